using System.Globalization;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Analyzers.Tests.Provenance;

/// <summary>MET210 on the labelled corpus.</summary>
public class CorpusTests
{
    public static TheoryData<string, int, string> Cases()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var file in CorpusFile.All)
        {
            for (var i = 0; i < file.Cases.Count; i++)
            {
                data.Add(file.Name, i, $"{file.Cases[i].Verdict}: {file.Cases[i].Title}");
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task JudgesAsLabelled(string name, int index, string title)
    {
        var file = CorpusFile.All.Single(file => file.Name == name);
        var expected = file.Cases[index];
        var found = await file.FoundInAsync(index);
        Assert.True(
            found.Count == (expected.Verdict == Verdict.Bad ? 1 : 0),
            $"{title}\n{string.Join('\n', found.Select(static one => one.GetMessage(CultureInfo.InvariantCulture)))}");
        if (expected.Origin is { } origin)
        {
            Assert.Equal(origin, found[0].Properties[OriginReport.KindProperty]);
        }
    }

    [Fact]
    public void HoldsEnoughOfEachKind()
    {
        var cases = CorpusFile.All.SelectMany(static file => file.Cases).ToList();
        Assert.True(cases.Count(static one => one.Verdict == Verdict.Bad) >= 80);
        Assert.True(cases.Count(static one => one.Verdict == Verdict.Ok) >= 40);
        Assert.True(cases.Count(static one => one.Verdict == Verdict.Unknown) >= 15);
        Assert.Equal(cases.Count, cases.Select(static one => one.Title).Distinct().Count());
    }
}
