namespace TypedMetrics.Analyzers.Tests.Provenance;

/// <summary>A labelled case of the corpus: a method that gives one value to an open label.</summary>
/// <param name="Verdict">What the analyzer must say.</param>
/// <param name="Origin">The kind of origin that it must name; <see langword="null"/> unless the case is bad.</param>
/// <param name="Title">What the case shows.</param>
/// <param name="Body">The method's statements.</param>
/// <param name="Members">What stands beside the method.</param>
internal sealed record CorpusCase(Verdict Verdict, string? Origin, string Title, string Body, string Members)
{
    /// <summary>The case as a class of its own. Every case can use the same parameters.</summary>
    public string Source(int number) => $$"""
        static class Case{{number}}
        {
            {{Members}}
            static async Task Run(
                HttpContext context, HttpRequest request, string text, int number, Guid id, Exception exception, Order order,
                List<string> texts, Dictionary<string, string> map, Uri uri, DateTime moment, Stream stream, CancellationToken cancel)
            {
                await Task.Yield();
                {{Body}}
            }
        }
        """;
}
