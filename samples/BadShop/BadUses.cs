using System.Diagnostics;
using TypedMetrics;

namespace BadShop;

public static partial class UseMetrics
{
    [Counter("cache_lookups_total", "Look-ups in the cache.")]
    public static partial Counter CacheLookups([OneOf("hit", "miss")] string result);

    [Counter("steps_total", "Steps taken.")]
    public static partial Counter Steps([InRange(1, 5)] int step);

    [Counter("tenant_calls_total", "Calls of each tenant."), ExpireAfter(600)]
    public static partial Counter Calls([MaxValues(50)] string tenant);

    [Counter("connections_total", "Connections accepted.")]
    public static partial Counter Connections { get; }

    [Histogram("request_duration_seconds", "Time to answer.")]
    public static partial Histogram RequestDuration { get; }
}

/// <summary>MET214, MET215 and MET301 to MET306: instruments used in a way that cannot be meant.</summary>
public static class BadUses
{
    private static readonly Counter FirstCalls = UseMetrics.Calls("first");                             // MET306

    public static void Call() => FirstCalls.Inc();

    public static void Look(bool found) => UseMetrics.CacheLookups(found ? "hit" : "mis").Inc();        // MET214

    public static void Step() => UseMetrics.Steps(6).Inc();                                             // MET215

    public static void Time()
    {
        var timer = UseMetrics.RequestDuration.Time();                                                  // MET301
        Thread.Sleep(1);
    }

    public static void Forget() => UseMetrics.CacheLookups("hit");                                      // MET302

    public static void Close() => UseMetrics.Connections.Inc(-1);                                       // MET303

    public static void Measure(Stopwatch watch) => UseMetrics.RequestDuration.Observe(watch.ElapsedMilliseconds);   // MET304

    public static void Import(string[] rows)
    {
        foreach (var _ in rows)
        {
            UseMetrics.CacheLookups("miss").Inc();                                                      // MET305
        }
    }
}
