namespace TypedMetrics.Docs.Tests.Harness;

/// <summary>What is wrong with a page, shown in full where a test fails.</summary>
internal static class Complaints
{
    public static void None(IEnumerable<string> complaints)
    {
        var text = string.Join("\n", complaints);
        Assert.True(text.Length == 0, text);
    }
}
