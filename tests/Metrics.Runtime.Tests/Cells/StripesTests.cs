using System.Collections.Concurrent;
using System.Numerics;
using TypedMetrics.Cells;

namespace TypedMetrics.Runtime.Tests.Cells;

public sealed class StripesTests
{
    private const int Kilobyte = 1024;
    private const ulong HighestAddress = 1UL << 47;

    private static readonly int[] StackKilobytes = [256, 512, 1024, 1536, 2048, 4096, 8192, 16384, 65536];

    /// <summary>How many stripes there may be, and how many stacks in a row have a stripe each.</summary>
    public static TheoryData<int, int> Counts => new() { { 8, 7 }, { 16, 12 } };

    [Fact]
    public void CountIsAPowerOfTwoOfAtMostSixteen()
    {
        Assert.True(BitOperations.IsPow2(Stripes.Count));
        Assert.InRange(Stripes.Count, 1, 16);
        Assert.Equal(Environment.ProcessorCount == 1, Stripes.Count == 1);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void NeighbouringStacksNeverShareAStripe(int count, int apart)
    {
        _ = apart;
        foreach (var guard in new[] { 0, 4, 16 })
        {
            ForEachRow(16, guard, count, (stripes, row) =>
            {
                for (var i = 1; i < stripes.Length; i++)
                {
                    Assert.False(stripes[i - 1] == stripes[i], $"neighbours {i - 1} and {i} of {row}");
                }
            });
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void StacksInARowHaveAStripeEach(int count, int apart)
    {
        foreach (var guard in new[] { 0, 4 })
        {
            ForEachRow(apart, guard, count, (stripes, row) =>
                Assert.True(stripes.Distinct().Count() == apart, $"{string.Join(' ', stripes)}: {row}"));
        }
    }

    [Theory]
    [InlineData(8, 3)]
    [InlineData(16, 2)]
    public void SixteenStacksInARowAreSpreadEvenly(int count, int most)
    {
        foreach (var guard in new[] { 0, 4, 16 })
        {
            ForEachRow(16, guard, count, (stripes, row) =>
                Assert.True(stripes.CountBy(stripe => stripe).Max(pair => pair.Value) <= most, $"{string.Join(' ', stripes)}: {row}"));
        }
    }

    [Fact]
    public void OneStripeIsTheOnly()
    {
        ForEachRow(16, 4, 1, (stripes, _) => Assert.All(stripes, stripe => Assert.Equal(0u, stripe)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(512)]
    [InlineData(1024)]
    [InlineData(1536)]
    [InlineData(4096)]
    public void ThreadsTakeTheStripeOfTheirAddress(int stackKilobytes)
    {
        var found = new ConcurrentBag<(nuint[] Near, nuint Current, nuint Offset)>();
        using var ready = new Barrier(8);
        var threads = Enumerable.Range(0, 8).Select(_ => new Thread(Look, stackKilobytes * Kilobyte)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Equal(8, found.Count);
        Assert.All(found, stripe => Assert.Contains(stripe.Current, stripe.Near));
        Assert.All(found, stripe => Assert.Contains(stripe.Offset / Stripes.LineSize, stripe.Near));
        Assert.All(found, stripe => Assert.Equal(0u, stripe.Offset % Stripes.LineSize));

        void Look()
        {
            // All stacks exist at once.
            ready.SignalAndWait();
            found.Add(Here());
        }
    }

    [Fact]
    public void ThreadsSpreadOverTheStripes()
    {
        var stripes = new ConcurrentBag<nuint>();
        using var ready = new Barrier(24);
        Threads.Run(24, _ =>
        {
            ready.SignalAndWait();
            stripes.Add(Stripes.Current());
        });

        Assert.True(stripes.Distinct().Count() > Stripes.Count / 2, $"only {stripes.Distinct().Count()} of {Stripes.Count} stripes");
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void ThreadLeavesItsStripeOnlyWhereItsCallsGoDeep(int count, int apart)
    {
        _ = apart;
        const int Depth = 64 * Kilobyte;
        var changes = 0;
        for (var depth = 1; depth < Depth; depth++)
        {
            var isSame = Stripes.Of(HighestAddress - ((ulong)depth * Kilobyte), count) == Stripes.Of(HighestAddress - ((ulong)(depth - 1) * Kilobyte), count);
            changes += isSame ? 0 : 1;
        }

        Assert.InRange(changes, 1, Depth / 200);
    }

    // The two are asked at addresses of their own, a little away from this one.
    private static unsafe (nuint[] Near, nuint Current, nuint Offset) Here()
    {
        byte local;
        var address = (ulong)(nuint)(&local);
        nuint[] near = [Stripes.Of(address - Kilobyte, Stripes.Count), Stripes.Of(address + Kilobyte, Stripes.Count)];
        return (near, Stripes.Current(), Stripes.LineOffset());
    }

    // Stacks below each other, as systems lay them out, from many places on.
    private static void ForEachRow(int stacks, int guardKilobytes, int count, Action<nuint[], string> check)
    {
        var random = new Random(1);
        foreach (var kilobytes in StackKilobytes)
        {
            var distance = (ulong)(kilobytes + guardKilobytes) * Kilobyte;
            for (var i = 0; i < 200; i++)
            {
                var top = (ulong)random.NextInt64((long)HighestAddress / 2, (long)HighestAddress) & ~15UL;
                var stripes = Enumerable.Range(0, stacks).Select(k => Stripes.Of(top - ((ulong)k * distance), count)).ToArray();
                check(stripes, $"{kilobytes} + {guardKilobytes} KB from {top:x}, {count} stripes");
            }
        }
    }
}
