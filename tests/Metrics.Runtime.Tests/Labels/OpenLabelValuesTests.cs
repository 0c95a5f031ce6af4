using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Cells;

namespace TypedMetrics.Runtime.Tests.Labels;

public sealed class OpenLabelValuesTests
{
    [Fact]
    public void GivesTheFirstTextsAnIndexAfterTheEmptyOne()
    {
        var values = new OpenLabelValues(2);
        Assert.Equal(0, values.Intern(""));
        Assert.Equal(0, values.Intern((string?)null));
        Assert.Equal(0, values.Intern(default(ReadOnlySpan<char>)));
        Assert.Equal(1, values.Intern("a"));
        Assert.Equal(2, values.Intern("b".AsSpan()));
        Assert.Equal(3, values.Intern("other"));
        Assert.True(values.Intern("c") < 0);
        Assert.Equal(1, values.Intern("a".AsSpan()));
        Assert.Equal(["", "a", "b", "other", "other"], new[] { 0, 1, 2, 3, values.Intern("c") }.Select(values.TextOf));
    }

    [Fact]
    public void RefusesAMaximumBelowOne()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new OpenLabelValues(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OpenLabelValues(int.MaxValue - 1));
    }

    [Fact]
    public void ThreadsAgreeOnTheValues()
    {
        var values = new OpenLabelValues(500);
        var seen = new long[4][];
        Threads.Run(4, thread => seen[thread] = [.. Enumerable.Range(0, 600).Select(i => values.Intern("text " + ((i + (thread * 150)) % 600)))]);
        for (var i = 0; i < 600; i++)
        {
            var given = Enumerable.Range(0, 4).Select(thread => seen[thread][(i - (thread * 150) + 600) % 600]).Where(value => value >= 0).Distinct().ToList();
            Assert.True(given.Count <= 1);
            Assert.All(given, value => Assert.Equal("text " + i, values.TextOf(value)));
        }

        Assert.Equal(500, Enumerable.Range(0, 600).Count(i => values.Intern("text " + i) >= 0));
    }
}
