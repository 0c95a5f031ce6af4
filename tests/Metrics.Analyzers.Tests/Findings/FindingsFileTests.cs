using TypedMetrics.Generators.Findings;

namespace TypedMetrics.Analyzers.Tests.Findings;

/// <summary>The file of accepted findings, as the build writes it.</summary>
public class FindingsFileTests
{
    private static readonly string[] Frameworks = ["net10.0", "netstandard2.0"];

    [Fact]
    public void IsSortedByFileRuleAndTextUnderAHead() => Assert.Equal(
        """
        # Findings of the metrics rules that this project accepts; any other is reported. Written by:
        # dotnet build -p:AcceptMetricsFindings=true
        MET205 | - | 1 |
        MET210 | A.cs | 1 | a | b
        MET211 | A.cs | 2 | a
        MET210 | B.cs | 1 | a

        """.ReplaceLineEndings("\n"),
        Update("", "", [""], ("MET210", "B.cs", "a", 1), ("MET211", "A.cs", "a", 2), ("MET210", "A.cs", "a | b", 1), ("MET205", "-", "", 1)));

    [Fact]
    public void WhatWasWrittenIsReadAgain()
    {
        var text = Update("", "", [""], ("MET210", "A.cs", "a | b", 3), ("MET205", "-", "", 1));
        var file = FindingsFile.Parse(text.Split('\n'));
        Assert.Empty(file.Unreadable);
        Assert.Equal(3, file.Findings[new("MET210", "A.cs", "a | b")].Count.In(""));
        Assert.Equal(1, file.Findings[new("MET205", "-", "")].Count.In(""));
    }

    [Fact]
    public void WhatIsNoLongerFoundGoes() => Assert.Equal(
        ["MET210 | A.cs | 1 | b"], Lines(Update("MET210 | A.cs | 1 | a", "", [""], ("MET210", "A.cs", "b", 1))));

    [Fact]
    public void EachTargetFrameworkBringsItsShare()
    {
        var first = Update("", "net10.0", Frameworks, ("MET210", "A.cs", "a", 2), ("MET210", "A.cs", "new", 1));
        Assert.Equal(["MET210 | A.cs | net10.0: 2 | a", "MET210 | A.cs | net10.0: 1 | new"], Lines(first));

        var both = Update(first, "netstandard2.0", Frameworks, ("MET210", "A.cs", "a", 2), ("MET210", "A.cs", "old", 1));
        Assert.Equal(["MET210 | A.cs | 2 | a", "MET210 | A.cs | net10.0: 1 | new", "MET210 | A.cs | netstandard2.0: 1 | old"], Lines(both));

        var fixedInOne = Update(both, "net10.0", Frameworks, ("MET210", "A.cs", "a", 1));
        Assert.Equal(["MET210 | A.cs | net10.0: 1, netstandard2.0: 2 | a", "MET210 | A.cs | netstandard2.0: 1 | old"], Lines(fixedInOne));
        Assert.Equal(2, FindingsFile.Parse(fixedInOne.Split('\n')).Findings[new("MET210", "A.cs", "a")].Count.In("netstandard2.0"));
    }

    [Fact]
    public void ATargetFrameworkThatTheProjectNoLongerHasGoes() => Assert.Equal(
        ["MET210 | A.cs | 1 | a"], Lines(Update("MET210 | A.cs | net8.0: 4, net10.0: 1 | a", "net10.0", ["net10.0"], ("MET210", "A.cs", "a", 1))));

    [Theory]
    [InlineData("/shop/src/A.cs", "src/A.cs")]
    [InlineData("/shop/src/With Blank#.cs", "src/With Blank#.cs")]
    [InlineData("/other/A.cs", "../other/A.cs")]
    [InlineData("A.cs", "A.cs")]
    [InlineData("", "-")]
    public void AKeyNamesTheFileFromTheProjectsFolder(string file, string expected) => Assert.Equal(expected, FindingKey.Of("MET210", "/shop", file, "").File);

    [Fact]
    public void AKeyHasTheLineWithSingleBlanksAndCut()
    {
        Assert.Equal("a b", FindingKey.Of("MET210", "/shop", "/shop/A.cs", "\ta   b \r").Text);
        Assert.Equal(160, FindingKey.Of("MET210", "/shop", "/shop/A.cs", new string('a', 200)).Text.Length);
    }

    private static string Update(string text, string framework, string[] frameworks, params (string Rule, string File, string Text, int Count)[] found) =>
        FindingsFile.Parse(text.Split('\n')).Update(found.ToDictionary(static one => new FindingKey(one.Rule, one.File, one.Text), static one => one.Count), framework, frameworks);

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Where(static line => line.StartsWith("MET", StringComparison.Ordinal));
}
