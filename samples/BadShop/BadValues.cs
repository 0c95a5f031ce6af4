using Microsoft.AspNetCore.Http;
using TypedMetrics;

namespace BadShop;

public static partial class ShopMetrics
{
    [Counter("visits_total", "Visits.")]
    public static partial Counter Visits([MaxValues(50)] string page);

    [Counter("failures_total", "Failures.")]
    public static partial Counter Failures([MaxValues(50)] string reason);
}

/// <summary>MET210 to MET213: values without bound for labels that have one.</summary>
public static class BadValues
{
    public static void Fail(Exception error) => ShopMetrics.Failures(error.Message).Inc();              // MET210

    public static void Number() => ShopMetrics.Failures($"order {Guid.NewGuid()}").Inc();               // MET211

    public static void Name(string customerId) => ShopMetrics.Failures(customerId).Inc();               // MET212

    public static void Visit(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "none";
        ShopMetrics.Visits(path.ToLowerInvariant()).Inc();                                              // MET213
    }
}
