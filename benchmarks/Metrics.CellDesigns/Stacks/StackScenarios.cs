using System.Runtime.InteropServices;

namespace TypedMetrics.CellDesigns.Stacks;

/// <summary>Programs in small: each gives the stack addresses of threads that live at the same time, in the order of their start.</summary>
internal static class StackScenarios
{
    private const int Threads = 24;

    public static IEnumerable<(string Name, ulong[] Addresses)> All()
    {
        yield return ("main thread and one more", [StackAddress.Here(), .. Together(1, 0)]);
        yield return ("24 threads", Together(Threads, 0));
        foreach (var kilobytes in (int[])[128, 256, 1024, 1536, 16 * 1024])
        {
            yield return ($"24 threads of {kilobytes} KB", Together(Threads, kilobytes * 1024));
        }

        yield return ("24 threads, memory taken between", Together(Threads, 0, between: static number => Touch((number % 7 * 1_300_000) + 200_000)));
        yield return ("24 pool threads", Pool(Threads));
        yield return ("24 pool threads, after 2,000 others", AfterOthers());
        yield return ("24 pool threads, grown and shrunk", AfterShrinking());
        yield return ("async: 24 flows, 200 resumptions each", Async());
        yield return ("one thread, calls 12 MB deep", Deep());
    }

    /// <summary>The addresses of threads that wait for each other, and do some work then.</summary>
    public static ulong[] Together(int count, int stackSize, Action? work = null, Action<int>? between = null)
    {
        var addresses = new ulong[count];
        using var all = new Barrier(count);
        var threads = new Thread[count];
        for (var i = 0; i < count; i++)
        {
            var number = i;
            threads[i] = new Thread(
                () =>
                {
                    addresses[number] = StackAddress.Here();
                    all.SignalAndWait();
                    work?.Invoke();
                },
                stackSize);
            between?.Invoke(i);
            threads[i].Start();
        }

        Array.ForEach(threads, static thread => thread.Join());
        return addresses;
    }

    /// <summary>As many threads of the pool as asked for, each of which waits for the last.</summary>
    public static ulong[] Pool(int count)
    {
        ThreadPool.SetMinThreads(count, 1);
        var addresses = new ulong[count];
        using var all = new CountdownEvent(count);
        using var left = new CountdownEvent(count);
        for (var i = 0; i < count; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                number =>
                {
                    addresses[number] = StackAddress.Here();
                    all.Signal();
                    all.Wait();
                    left.Signal();
                },
                i,
                preferLocal: false);
        }

        left.Wait();
        return addresses;
    }

    private static ulong[] AfterOthers()
    {
        for (var round = 0; round < 250; round++)
        {
            Together(8, round % 3 * 256 * 1024);
        }

        return Pool(Threads);
    }

    private static ulong[] AfterShrinking()
    {
        for (var round = 0; round < 6; round++)
        {
            Pool(8 * (1 + (round % 5)));
            Thread.Sleep(400);
        }

        return Pool(Threads);
    }

    private static ulong[] Async()
    {
        var addresses = new HashSet<ulong>();
        Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Run(Flow))).GetAwaiter().GetResult();
        return [.. addresses.Order()];

        async Task Flow()
        {
            for (var i = 0; i < 200; i++)
            {
                await Task.Delay(i % 3).ConfigureAwait(false);
                lock (addresses)
                {
                    addresses.Add(StackAddress.Here());
                }

                Thread.SpinWait(20_000);
            }
        }
    }

    // An address each 16 KB.
    private static ulong[] Deep()
    {
        var addresses = new ulong[12 * 64];
        var thread = new Thread(() => Descend(addresses), 16 << 20);
        thread.Start();
        thread.Join();
        return addresses;
    }

    private static void Descend(Span<ulong> addresses)
    {
        Span<byte> frame = stackalloc byte[16 * 1024];
        addresses[0] = StackAddress.Here();
        if (addresses.Length > 1)
        {
            Descend(addresses[1..]);
        }

        frame[^1] = 1;
    }

    // Never given back: what is mapped later must lie elsewhere.
    private static unsafe void Touch(int bytes) => new Span<byte>(NativeMemory.Alloc((nuint)bytes), bytes).Clear();
}
