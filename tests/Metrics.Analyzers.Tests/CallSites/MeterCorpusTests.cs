using TypedMetrics.Analyzers.Tests.Provenance;

namespace TypedMetrics.Analyzers.Tests.CallSites;

/// <summary>The labelled corpus a second time, with tags of <c>System.Diagnostics.Metrics</c> in place of our own instruments.</summary>
public class MeterCorpusTests
{
    public static TheoryData<string, int, string> Cases() => CorpusTests.Cases();

    [Theory]
    [MemberData(nameof(Cases))]
    public Task JudgesTagsAsLabels(string name, int index, string title) => CorpusTests.JudgeAsync(name, index, title, CorpusForm.Meter);

    [Fact]
    public void RewritesNearlyEveryCase()
    {
        var forms = CorpusFile.All
            .SelectMany(static file => Enumerable.Range(0, file.Cases.Length).Select(index => CorpusRun.SourcesOf(file, index, CorpusForm.Meter)))
            .ToList();
        Assert.True(forms.Count(static form => form is not null) >= forms.Count * 9 / 10);
    }
}
