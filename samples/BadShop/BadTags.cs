using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;

namespace BadShop;

/// <summary>The same in code that has not migrated: tags of System.Diagnostics.Metrics.</summary>
public static class BadTags
{
    private static readonly Meter Meter = new("BadShop");
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("failures");
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("durations");

    public static void Fail(Exception error) => Failures.Add(1, new KeyValuePair<string, object?>("reason", error.Message));    // MET210

    public static void Number() => Failures.Add(1, new KeyValuePair<string, object?>("reason", $"order {Guid.NewGuid()}"));     // MET211

    public static void Name(string customerId) => Failures.Add(1, new KeyValuePair<string, object?>("customer", customerId));   // MET212

    public static void Visit(HttpContext context, double seconds)
    {
        var tags = new TagList { { "page", context.Request.Path.Value } };                                                      // MET213
        Durations.Record(seconds, tags);
    }
}
