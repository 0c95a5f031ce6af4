using System.Runtime.ExceptionServices;

namespace TypedMetrics.Runtime.Tests.Cells;

/// <summary>Real threads, whose failures are the test's.</summary>
internal static class Threads
{
    /// <summary>Runs an action on so many threads at once and waits for them.</summary>
    public static void Run(int count, Action<int> action)
    {
        ExceptionDispatchInfo? failure = null;
        var threads = Enumerable.Range(0, count).Select(ordinal => new Thread(() =>
        {
            try
            {
                action(ordinal);
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            }
        })).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        failure?.Throw();
    }

    /// <summary>Runs actions at once, a thread each.</summary>
    public static void Run(params Action[] actions) => Run(actions.Length, ordinal => actions[ordinal]());
}
