using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Analyzers.Tests.CallSites;

/// <summary>Runs the analysis of values over projects without TypedMetrics.</summary>
internal static class CallSiteTest
{
    private const string Usings = """
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Http.Features;
        global using Microsoft.Extensions.Logging;
        global using System.Diagnostics;
        global using System.Diagnostics.Metrics;
        global using System.Net.Http;
        global using System.Net.Http.Metrics;
        global using Tag = System.Collections.Generic.KeyValuePair<string, object?>;
        """;

    public static Task<ImmutableArray<Diagnostic>> VerifyAsync(string marked, params MetadataReference[] references)
    {
        var test = new AnalyzerTest().WithoutTypedMetrics().WithAspNetCore().WithPlain(Usings, "/CallSiteUsings.cs").With(marked);
        return references.Aggregate(test, static (all, reference) => all.WithReference(reference)).VerifyAsync(new ValueOriginAnalyzer());
    }

    /// <summary>Statements of a method that a request, a value of each kind and instruments are at hand in.</summary>
    public static Task<ImmutableArray<Diagnostic>> VerifyStatementsAsync(string marked) => VerifyAsync(
        $$"""
        [System.Runtime.CompilerServices.InlineArray(2)]
        struct Buffer { private Tag first; }

        class Service(Meter meter)
        {
            private static readonly Meter Own = new("Shop");
            private static readonly Counter<long> Orders = Own.CreateCounter<long>("orders", "{order}");
            private static readonly Tag[] Common = [new("plan", "pro")];
            private static readonly ILogger Logger = null!;
            private readonly Histogram<double> duration = meter.CreateHistogram<double>("duration");
            private readonly Gauge<int> level = meter.CreateGauge<int>("level");
            private readonly UpDownCounter<int> queue = meter.CreateUpDownCounter<int>("queue");

            async Task Run(HttpRequest request, Guid id, Exception exception, string text, bool flag, DayOfWeek day, List<string> texts)
            {
                await Task.Yield();
                {{marked}}
            }
        }
        """);
}
