using Microsoft.CodeAnalysis;

namespace TypedMetrics.Analyzers.Tests.CallSites;

/// <summary>The signatures of prometheus-net that take labels and names.</summary>
internal static class PrometheusNet
{
    public static MetadataReference Reference => StandIn.Reference("Prometheus.NetStandard", Source);

    private const string Source = """
        namespace Prometheus;

        public interface ICollectorChild;

        public interface ICounter : ICollectorChild
        {
            void Inc(double increment = 1);
        }

        public interface IHistogram : ICollectorChild
        {
            void Observe(double value);
        }

        public interface ICollector
        {
            string Name { get; }
        }

        public interface ICollector<out TChild> : ICollector
            where TChild : ICollectorChild
        {
            TChild Unlabelled { get; }
            TChild WithLabels(params string[] labelValues);
            TChild WithLabels(ReadOnlyMemory<string> labelValues);
            TChild WithLabels(ReadOnlySpan<string> labelValues);
        }

        public abstract class Collector
        {
            public string Name => "";
        }

        public abstract class Collector<TChild> : Collector, ICollector<TChild>
            where TChild : ICollectorChild
        {
            public TChild Unlabelled => throw null!;
            public TChild WithLabels(params string[] labelValues) => throw null!;
            public TChild WithLabels(ReadOnlyMemory<string> labelValues) => throw null!;
            public TChild WithLabels(ReadOnlySpan<string> labelValues) => throw null!;
            public TChild Labels(params string[] labelValues) => throw null!;
            public void RemoveLabelled(params string[] labelValues) => throw null!;
        }

        public sealed class Counter : Collector<Counter.Child>
        {
            public sealed class Child : ICounter
            {
                public void Inc(double increment = 1) { }
            }
        }

        public sealed class Histogram : Collector<Histogram.Child>
        {
            public sealed class Child : IHistogram
            {
                public void Observe(double value) { }
            }
        }

        public abstract class MetricConfiguration
        {
            public IDictionary<string, string>? StaticLabels { get; set; }
            public string[]? LabelNames { get; set; }
        }

        public sealed class CounterConfiguration : MetricConfiguration;

        public sealed class CollectorRegistry
        {
            public void SetStaticLabels(IDictionary<string, string> labels) { }
        }

        public interface IManagedLifetimeMetricHandle<TMetric>
            where TMetric : ICollectorChild
        {
            IDisposable AcquireLease(out TMetric metric, params string[] labelValues);
            IDisposable AcquireLease(out TMetric metric, ReadOnlyMemory<string> labelValues);
            void WithLease(Action<TMetric> action, params string[] labelValues);
            void WithLease<TArg>(Action<TArg, TMetric> action, TArg arg, params string[] labelValues);
            Task WithLeaseAsync(Func<TMetric, Task> action, params string[] labelValues);
            ICollector<TMetric> WithExtendLifetimeOnUse();
        }

        public interface IManagedLifetimeMetricFactory
        {
            IManagedLifetimeMetricHandle<ICounter> CreateCounter(string name, string help, string[]? labelNames = null, MetricConfiguration? configuration = null);
            IManagedLifetimeMetricFactory WithLabels(IDictionary<string, string> labels);
        }

        public interface IMetricFactory
        {
            Counter CreateCounter(string name, string help, string[] labelNames, CounterConfiguration? configuration = null);
            Counter CreateCounter(string name, string help, params string[] labelNames);
            IMetricFactory WithLabels(IDictionary<string, string> labels);
            IManagedLifetimeMetricFactory WithManagedLifetime(TimeSpan expiresAfter);
        }

        public static class Metrics
        {
            public static CollectorRegistry DefaultRegistry => throw null!;
            public static IMetricFactory WithCustomRegistry(CollectorRegistry registry) => throw null!;
            public static IMetricFactory WithLabels(IDictionary<string, string> labels) => throw null!;
            public static IManagedLifetimeMetricFactory WithManagedLifetime(TimeSpan expiresAfter) => throw null!;
            public static Counter CreateCounter(string name, string help, CounterConfiguration? configuration = null) => throw null!;
            public static Counter CreateCounter(string name, string help, params string[] labelNames) => throw null!;
            public static Histogram CreateHistogram(string name, string help, params string[] labelNames) => throw null!;
        }
        """;
}
