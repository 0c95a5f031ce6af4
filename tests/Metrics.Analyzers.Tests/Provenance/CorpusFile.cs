using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Analyzers.Tests.Provenance;

/// <summary>
/// A file of cases. A line <c>--- bad RequestPath: title</c>, <c>--- ok: title</c> or <c>--- unknown: title</c> starts one; its statements
/// follow, and after a line <c>members:</c> what stands beside the method. All cases of a file are analysed at once.
/// </summary>
internal sealed partial class CorpusFile
{
    public const string Context = """
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Http.Extensions;
        global using Microsoft.AspNetCore.Mvc;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Primitives;
        global using System.Collections.Frozen;
        global using System.Diagnostics;
        global using System.Globalization;
        global using System.Net;
        global using System.Security.Claims;
        global using System.Text;
        global using System.Text.RegularExpressions;

        public enum Plan { Free, Pro }

        public sealed record Order(string Number, Plan Plan, string City);

        [LabelSet]
        public readonly partial record struct Labels([MaxValues(50)] string Route, Plan Plan);

        [LabelSet]
        public sealed class Mutable
        {
            [MaxValues(50)]
            public string Route { get; set; } = "";
        }

        public static partial class M
        {
            [Counter("mutable_uses_total")]
            public static partial Counter Mutable(Mutable labels);

            [Counter("uses_total")]
            public static partial Counter Label([MaxValues(200)] string value);

            [Counter("span_uses_total")]
            public static partial Counter Span([MaxValues(200)] ReadOnlySpan<char> value);

            [Counter("set_uses_total")]
            public static partial Counter Set(Labels labels);
        }
        """;

    private readonly Lazy<Task<IReadOnlyDictionary<int, IReadOnlyList<Diagnostic>>>> _found;

    private CorpusFile(string name, IReadOnlyList<CorpusCase> cases)
    {
        Name = name;
        Cases = cases;
        _found = new(AnalyzeAsync);
    }

    public static IReadOnlyList<CorpusFile> All { get; } =
        [.. typeof(CorpusFile).Assembly.GetManifestResourceNames()
            .Where(static name => name.EndsWith(".corpus", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read)];

    public string Name { get; }

    public IReadOnlyList<CorpusCase> Cases { get; }

    /// <summary>What is reported in the case of that index.</summary>
    public async Task<IReadOnlyList<Diagnostic>> FoundInAsync(int index) =>
        (await _found.Value)[index];

    private static CorpusFile Read(string name)
    {
        using var reader = new StreamReader(typeof(CorpusFile).Assembly.GetManifestResourceStream(name)!);
        var cases = new List<CorpusCase>();
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        foreach (var chunk in text.Split("\n--- ").Skip(1))
        {
            var heading = Heading().Match(chunk);
            Assert.True(heading.Success, chunk);
            var code = chunk[heading.Length..].Split("\nmembers:\n");
            cases.Add(new(
                Enum.Parse<Verdict>(heading.Groups["verdict"].Value, ignoreCase: true),
                heading.Groups["origin"].Success ? heading.Groups["origin"].Value : null,
                heading.Groups["title"].Value,
                code[0].Trim(),
                code.Length > 1 ? code[1].Trim() : ""));
        }

        return new(name, cases);
    }

    private async Task<IReadOnlyDictionary<int, IReadOnlyList<Diagnostic>>> AnalyzeAsync()
    {
        var test = new AnalyzerTest().WithAspNetCore().With(Context, "/Context.cs");
        for (var i = 0; i < Cases.Count; i++)
        {
            test.With(Cases[i].Source(i), PathOf(i));
        }

        var diagnostics = await test.RunAsync(new ValueOriginAnalyzer());
        return Enumerable.Range(0, Cases.Count).ToDictionary(
            static index => index,
            index => (IReadOnlyList<Diagnostic>)[.. diagnostics.Where(found => found.Location.SourceTree!.FilePath == PathOf(index))]);
    }

    private static string PathOf(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/Case{index}.cs");

    [GeneratedRegex(@"^(?:(?<verdict>bad) (?<origin>\w+)|(?<verdict>ok|unknown)): (?<title>.+)\n")]
    private static partial Regex Heading();
}
