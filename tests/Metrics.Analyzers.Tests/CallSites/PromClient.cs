using Microsoft.CodeAnalysis;

namespace TypedMetrics.Analyzers.Tests.CallSites;

/// <summary>The signatures of prom-client that take labels and names.</summary>
internal static class PromClient
{
    public static MetadataReference Reference => StandIn.Reference("Prometheus.Client", Source);

    private const string Source = """
        using System.Runtime.CompilerServices;

        namespace Prometheus.Client;

        public interface IMetric;

        public interface ICounter : IMetric
        {
            void Inc();
        }

        public interface IMetricFamily<TMetric>
            where TMetric : IMetric
        {
            TMetric Unlabelled { get; }
            TMetric WithLabels(params string[] labels);
            TMetric RemoveLabelled(params string[] labels);
        }

        public interface IMetricFamily<TMetric, TLabels>
            where TMetric : IMetric
            where TLabels : struct, ITuple, IEquatable<TLabels>
        {
            TMetric WithLabels(TLabels labels);
        }

        public interface IMetricFactory
        {
            ICounter CreateCounter(string name, string help, bool includeTimestamp = false);
            IMetricFamily<ICounter> CreateCounter(string name, string help, params string[] labelNames);
            IMetricFamily<ICounter, (string, string)> CreateCounter(string name, string help, (string, string) labelNames, bool includeTimestamp = false);
            IMetricFamily<ICounter, TLabels> CreateCounter<TLabels>(string name, string help, TLabels labelNames, bool includeTimestamp = false)
                where TLabels : struct, ITuple, IEquatable<TLabels>;
        }
        """;
}
