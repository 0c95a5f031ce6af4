using System.Diagnostics;

namespace Checkout;

/// <summary>Records a trace of each request, in place of OpenTelemetry or another tracer, so that there is something to point to.</summary>
internal static class Tracing
{
    public static void Start() => ActivitySource.AddActivityListener(new ActivityListener
    {
        ShouldListenTo = static source => source.Name == "Microsoft.AspNetCore",
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    });
}
