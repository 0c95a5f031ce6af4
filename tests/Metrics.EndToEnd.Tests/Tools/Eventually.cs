using System.Diagnostics;

namespace TypedMetrics.EndToEnd.Tests.Tools;

/// <summary>Waits for another process by asking again and again, up to a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks until there is an answer.</summary>
    /// <exception cref="TimeoutException">There was none in time.</exception>
    public static async Task<T> GetAsync<T>(string what, Func<Task<T?>> ask, Func<string>? details = null)
        where T : class
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            if (Stopwatch.GetElapsedTime(start) > Deadline)
            {
                throw new TimeoutException($"No {what} within {Deadline.TotalSeconds} s.\n{details?.Invoke()}");
            }

            await Task.Delay(Interval);
        }
    }
}
