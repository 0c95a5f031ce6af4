using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Tests.Harness;

/// <summary>Compiles a group, runs it, and looks at the series that it made.</summary>
internal static class Behaviour
{
    /// <summary>
    /// Runs statements against the group <c>metrics</c>, an instance of <c>Metrics</c> on a registry of its own, which the
    /// declarations define.
    /// </summary>
    public static CollectorRegistry Run(string declarations, string statements)
    {
        var source = $$"""
            using System;
            using TypedMetrics;

            {{declarations}}

            public static class Program
            {
                public static void Run(CollectorRegistry registry)
                {
                    var metrics = new Metrics(registry);
                    {{statements}}
                }
            }
            """;
        var registry = new CollectorRegistry { SelfMetrics = true };
        var program = new LoadedProgram();
        program.Add(GeneratorRun.Of(TestCompilation.Of("Behaviour", OutputKind.DynamicallyLinkedLibrary, source)).Clean());
        program.Call("Behaviour", "Program", "Run", registry);
        Assert.Empty(registry.Problems);
        return registry;
    }

    /// <summary>The touched series of <c>x_total</c> after the statements.</summary>
    public static void Check(string declarations, string statements, params string[] series) =>
        Assert.Equal(series, Scrape.Touched(Run(declarations, statements), "x_total"));

    /// <summary>How often a value overflowed the label, as the registry itself counts.</summary>
    public static double? Overflows(CollectorRegistry registry, string label) =>
        registry.GetSampleValue("typedmetrics_label_overflow_total", ("metric", "x_total"), ("label", label));
}
