using System.Collections.Concurrent;
using System.Numerics;
using TypedMetrics.Cells;

namespace TypedMetrics.Runtime.Tests.Cells;

public sealed class StripesTests
{
    [Fact]
    public void CountIsAPowerOfTwoOfAtMostSixteen()
    {
        Assert.True(BitOperations.IsPow2(Stripes.Count));
        Assert.InRange(Stripes.Count, 1, 16);
        Assert.Equal(Environment.ProcessorCount == 1, Stripes.Count == 1);
    }

    [Fact]
    public void ThreadsSpreadOverTheStripes()
    {
        var stripes = new ConcurrentBag<nuint>();
        var offsets = new ConcurrentBag<nuint>();
        var ready = new Barrier(24);
        Threads.Run(24, _ =>
        {
            // All stacks exist at once.
            ready.SignalAndWait();
            stripes.Add(Stripes.Current());
            offsets.Add(Stripes.LineOffset());
        });

        Assert.All(stripes, stripe => Assert.InRange(stripe, 0u, (nuint)Stripes.Count - 1));
        Assert.All(offsets, offset => Assert.True(offset % Stripes.LineSize == 0 && offset / Stripes.LineSize < (nuint)Stripes.Count));
        Assert.True(stripes.Distinct().Count() > Stripes.Count / 2, $"only {stripes.Distinct().Count()} of {Stripes.Count} stripes");
        Assert.Equal(stripes.Order(), offsets.Select(offset => offset / Stripes.LineSize).Order());
    }

    [Fact]
    public void ThreadKeepsItsStripe()
    {
        var first = Stripes.Current();
        Assert.Equal(first, Deeper());

        static nuint Deeper() => Stripes.Current();
    }
}
