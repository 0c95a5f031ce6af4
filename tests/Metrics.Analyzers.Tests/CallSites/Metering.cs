using Microsoft.CodeAnalysis;

namespace TypedMetrics.Analyzers.Tests.CallSites;

/// <summary>The attributes of Microsoft's metering generator.</summary>
internal static class Metering
{
    public static MetadataReference Reference => StandIn.Reference("Microsoft.Extensions.Telemetry.Abstractions", Source);

    private const string Source = """
        namespace Microsoft.Extensions.Diagnostics.Metrics;

        [AttributeUsage(AttributeTargets.Method)]
        public sealed class CounterAttribute : Attribute
        {
            public CounterAttribute(params string[] tagNames) { }
            public CounterAttribute(Type type) { }
            public string? Name { get; set; }
        }

        [AttributeUsage(AttributeTargets.Method)]
        public sealed class CounterAttribute<T> : Attribute
            where T : struct
        {
            public CounterAttribute(params string[] tagNames) { }
            public CounterAttribute(Type type) { }
            public string? Name { get; set; }
        }

        [AttributeUsage(AttributeTargets.Method)]
        public sealed class HistogramAttribute : Attribute
        {
            public HistogramAttribute(params string[] tagNames) { }
            public HistogramAttribute(Type type) { }
            public string? Name { get; set; }
        }

        [AttributeUsage(AttributeTargets.Method)]
        public sealed class GaugeAttribute : Attribute
        {
            public GaugeAttribute(params string[] tagNames) { }
            public GaugeAttribute(Type type) { }
            public string? Name { get; set; }
        }

        [AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
        public sealed class TagNameAttribute(string name) : Attribute
        {
            public string Name { get; } = name;
        }
        """;
}
