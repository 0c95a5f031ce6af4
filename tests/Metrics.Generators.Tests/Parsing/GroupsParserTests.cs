using System.Collections.Concurrent;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Tests.Parsing;

/// <summary>Groups are parsed side by side, which nobody outside may notice.</summary>
public class GroupsParserTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void CallsTheActionOnceForEachIndex(bool isConcurrent)
    {
        var calls = new ConcurrentBag<int>();
        GroupsParser.ForEach(100, isConcurrent, calls.Add, CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 100), calls.Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ThrowsWhatAnActionThrows(bool isConcurrent)
    {
        var thrown = Assert.Throws<InvalidDataException>(() =>
            GroupsParser.ForEach(100, isConcurrent, static i => throw new InvalidDataException("at " + i), CancellationToken.None));
        Assert.StartsWith("at ", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ThrowsACancellationAsSuch(bool isConcurrent)
    {
        using var source = new CancellationTokenSource();
        var thrown = Assert.ThrowsAny<OperationCanceledException>(() => GroupsParser.ForEach(100, isConcurrent, Cancel, source.Token));
        Assert.Equal(source.Token, thrown.CancellationToken);

        void Cancel(int index)
        {
            source.Cancel();
            source.Token.ThrowIfCancellationRequested();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ThrowsACancellationWhateverTheActionMakesOfIt(bool isConcurrent)
    {
        using var source = new CancellationTokenSource();
        var thrown = Assert.ThrowsAny<OperationCanceledException>(() => GroupsParser.ForEach(100, isConcurrent, Cancel, source.Token));
        Assert.Equal(source.Token, thrown.CancellationToken);

        void Cancel(int index)
        {
            source.Cancel();
            throw new InvalidOperationException("in between");
        }
    }
}
