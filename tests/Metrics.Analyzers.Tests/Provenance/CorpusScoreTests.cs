using Xunit.Abstractions;

namespace TypedMetrics.Analyzers.Tests.Provenance;

/// <summary>The figures that the rules promise, over the whole corpus.</summary>
public class CorpusScoreTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(CorpusForm.Own)]
    [InlineData(CorpusForm.Meter)]
    public async Task FindsWhatIsBadAndLittleElse(CorpusForm form)
    {
        var score = await CorpusScore.OfAsync(form, withNames: true);
        output.WriteLine(score.ToString());
        Assert.True(score is { Recall: >= 0.95, Precision: >= 0.98 }, score.ToString());
    }

    [Theory]
    [InlineData(CorpusForm.Own)]
    [InlineData(CorpusForm.Meter)]
    public async Task FindsMostWithoutNames(CorpusForm form)
    {
        var score = await CorpusScore.OfAsync(form, withNames: false);
        output.WriteLine(score.ToString());
        Assert.True(score is { Recall: >= 0.85, Precision: >= 0.98 }, score.ToString());
    }
}
