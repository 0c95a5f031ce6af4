using System.Diagnostics;

namespace TypedMetrics.CellDesigns.Timing;

/// <summary>
/// Threads that stay alive, of which some at a time do the same work. Which ones changes from pass to pass, since two
/// threads may by chance share what another two do not.
/// </summary>
internal sealed class Crew : IDisposable
{
    private const int Count = 16;

    private readonly Thread[] _threads = new Thread[Count];
    private readonly SemaphoreSlim[] _turns = new SemaphoreSlim[Count];
    private readonly SemaphoreSlim _done = new(0);
    private Action? _work;

    public Crew()
    {
        for (var i = 0; i < Count; i++)
        {
            var turn = _turns[i] = new SemaphoreSlim(0);
            _threads[i] = new Thread(() => Loop(turn)) { IsBackground = true };
            _threads[i].Start();
        }
    }

    /// <summary>Has so many neighbouring threads do the work.</summary>
    /// <returns>The time that the processors spent on it: wall time by the number of processors in use.</returns>
    public TimeSpan Run(Action work, int threads, int first)
    {
        _work = work;
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < threads; i++)
        {
            _turns[(first + i) % Count].Release();
        }

        for (var i = 0; i < threads; i++)
        {
            _done.Wait();
        }

        return Stopwatch.GetElapsedTime(start) * Math.Min(threads, Environment.ProcessorCount);
    }

    public void Dispose()
    {
        _work = null;
        Array.ForEach(_turns, static turn => turn.Release());
        Array.ForEach(_threads, static thread => thread.Join());
        Array.ForEach(_turns, static turn => turn.Dispose());
        _done.Dispose();
    }

    private void Loop(SemaphoreSlim turn)
    {
        while (true)
        {
            turn.Wait();
            if (_work is not { } work)
            {
                return;
            }

            work();
            _done.Release();
        }
    }
}
