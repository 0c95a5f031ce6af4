namespace TypedMetrics.Benchmarks;

/// <summary>
/// Threads that stay alive between invocations, so that a benchmark of two threads measures updates and not the start
/// of threads. The result is wall time for each thread to do its share.
/// </summary>
public sealed class WorkerThreads : IDisposable
{
    private readonly Barrier _barrier;
    private readonly Thread[] _threads;
    private Action? _work;
    private volatile bool _stopping;

    public WorkerThreads(int count)
    {
        _barrier = new Barrier(count + 1);
        _threads = new Thread[count];
        for (var i = 0; i < count; i++)
        {
            _threads[i] = new Thread(Loop) { IsBackground = true };
            _threads[i].Start();
        }
    }

    /// <summary>Runs the work once on every thread at the same time, and returns when all are done.</summary>
    public void Run(Action work)
    {
        _work = work;
        _barrier.SignalAndWait();
        _barrier.SignalAndWait();
    }

    public void Dispose()
    {
        _stopping = true;
        _barrier.SignalAndWait();
        foreach (var thread in _threads)
        {
            thread.Join();
        }

        _barrier.Dispose();
    }

    private void Loop()
    {
        while (true)
        {
            _barrier.SignalAndWait();
            if (_stopping)
            {
                return;
            }

            _work!();
            _barrier.SignalAndWait();
        }
    }
}
