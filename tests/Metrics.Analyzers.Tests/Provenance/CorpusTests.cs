using System.Globalization;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Analyzers.Tests.Provenance;

/// <summary>MET210 to MET213 on each case of the labelled corpus.</summary>
public class CorpusTests
{
    public static TheoryData<string, int, string> Cases()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var file in CorpusFile.All)
        {
            for (var i = 0; i < file.Cases.Length; i++)
            {
                data.Add(file.Name, i, $"{file.Cases[i].Verdict}: {file.Cases[i].Title}");
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public Task JudgesAsLabelled(string name, int index, string title) => JudgeAsync(name, index, title, CorpusForm.Own);

    internal static async Task JudgeAsync(string name, int index, string title, CorpusForm form)
    {
        var file = CorpusFile.All.Single(file => file.Name == name);
        var expected = file.Cases[index];
        if (CorpusRun.SourcesOf(file, index, form) is null)
        {
            return;
        }

        var run = await CorpusRun.OfAsync(file, form);
        var found = run.FoundIn(index);
        var reports = string.Join('\n', found.Select(static one => $"{one.Id} {one.GetMessage(CultureInfo.InvariantCulture)}"));
        Assert.True(found.Length == (expected.Verdict == Verdict.Bad ? expected.Reports : 0) && run.IsRight(expected, index), $"{title}\n{reports}");
        if (expected.Origin is { } origin)
        {
            Assert.All(found, one => Assert.Equal(origin, one.Properties[OriginReport.KindProperty]));
        }
    }

    [Fact]
    public void HoldsEnoughOfEachKind()
    {
        var cases = CorpusFile.All.SelectMany(static file => file.Cases).ToList();
        var bad = cases.Where(static one => one.Verdict == Verdict.Bad).ToList();
        Assert.True(bad.Count >= 350);
        Assert.True(cases.Count(static one => one.Verdict == Verdict.Ok) >= 200);
        Assert.True(cases.Count(static one => one.Verdict == Verdict.Unknown) >= 45);
        Assert.True(bad.Count(static one => one.IsAcrossMethods) * 2 >= bad.Count, $"{bad.Count(static one => one.IsAcrossMethods)} of {bad.Count}");
        Assert.Equal(cases.Count, cases.Select(static one => one.Title).Distinct().Count());
    }
}
