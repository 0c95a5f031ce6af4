using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Emission;

/// <summary>What an instance group has beside its accessors.</summary>
public class InstanceGroupTests
{
    [Fact]
    public void HasAConstructorAndLeavesTheRegistryWhenDisposed() => Run(
        "public partial class Metrics { [Counter(\"x_total\")] public partial Counter X(bool b); }",
        """
        var metrics = new Metrics(registry);
        var kept = metrics.X(true);
        kept.Inc();
        Check.Equal(1.0, registry.GetSampleValue("x_total", ("b", "true")));
        metrics.Dispose();
        metrics.Dispose();
        Check.Equal(null, registry.GetSampleValue("x_total", ("b", "true")));
        kept.Inc();
        metrics.X(true).Inc();
        using IDisposable again = new Metrics(registry);
        Check.Equal(0.0, registry.GetSampleValue("x_total", ("b", "true")));
        """);

    [Fact]
    public void CountsNothingBeforeItsConstructorRegisters() => Run(
        """
        public partial class Metrics
        {
            public Metrics(CollectorRegistry registry) { X(true).Inc(); RegisterMetrics(registry); RegisterMetrics(registry); X(true).Inc(2); }
            public Metrics() : this(CollectorRegistry.Default) { }
            [Counter("x_total")] public partial Counter X(bool b);
        }
        """,
        """
        var metrics = new Metrics(registry);
        Check.Equal(2.0, registry.GetSampleValue("x_total", ("b", "true")));
        """);

    [Fact]
    public void LeavesDisposalToADisposeOfTheUsers() => Run(
        """
        public sealed partial class Metrics : IDisposable
        {
            public bool IsDisposed { get; private set; }
            public void Dispose() { IsDisposed = true; UnregisterMetrics(); }
            [Gauge("x")] public partial Gauge X { get; }
        }
        """,
        """
        var metrics = new Metrics(registry);
        metrics.X.Set(3);
        Check.Equal(3.0, registry.GetSampleValue("x"));
        metrics.Dispose();
        Check.Equal(true, metrics.IsDisposed);
        Check.Equal(null, registry.GetSampleValue("x"));
        """);

    [Fact]
    public void LeavesDisposalToAnExplicitDisposeAndToABaseTypes() => Run(
        """
        public partial class Explicit : IDisposable { void IDisposable.Dispose() => UnregisterMetrics(); [Gauge("x")] public partial Gauge X { get; } }
        public class Base : IDisposable { protected virtual void Dispose(bool disposing) { } public void Dispose() => Dispose(true); }
        public partial class Derived : Base { protected override void Dispose(bool disposing) => UnregisterMetrics(); [Gauge("y")] public partial Gauge Y { get; } }
        """,
        """
        IDisposable one = new Explicit(registry);
        IDisposable two = new Derived(registry);
        Check.Equal(0.0, registry.GetSampleValue("x"));
        Check.Equal(0.0, registry.GetSampleValue("y"));
        one.Dispose();
        two.Dispose();
        Check.Equal(null, registry.GetSampleValue("x"));
        Check.Equal(null, registry.GetSampleValue("y"));
        """);

    [Fact]
    public void DerivesFromAnotherGroup() => Run(
        """
        public partial class One { [Gauge("x")] public partial Gauge X { get; } }
        public partial class Two : One { [Gauge("y")] public partial Gauge Y { get; } }
        public sealed partial class Three : Two { [Gauge("z")] public partial Gauge Z { get; } }
        """,
        """
        using (One group = new Three(registry))
        {
            group.X.Set(1);
            ((Three)group).Y.Set(2);
            ((Three)group).Z.Set(3);
            Check.Equal(6.0, registry.GetSampleValue("x") + registry.GetSampleValue("y") + registry.GetSampleValue("z"));
        }

        Check.Equal(null, registry.GetSampleValue("x") ?? registry.GetSampleValue("y") ?? registry.GetSampleValue("z"));
        """);

    [Fact]
    public void TakesARecordAndAnAbstractClass() => Run(
        """
        public partial record Metrics { [Gauge("x")] public partial Gauge X { get; } }
        public abstract partial class Base { [Gauge("y")] public partial Gauge Y { get; } }
        public class Derived(CollectorRegistry registry) : Base(registry);
        """,
        """
        using var metrics = new Metrics(registry);
        using var derived = new Derived(registry);
        metrics.X.Set(1);
        derived.Y.Set(2);
        Check.Equal(1.0, registry.GetSampleValue("x"));
        Check.Equal(2.0, registry.GetSampleValue("y"));
        """);

    [Fact]
    public void AsksForARegistry() => Run(
        "public partial class Metrics { [Gauge(\"x\")] public partial Gauge X { get; } }",
        """
        try { new Metrics(null!).X.Set(1); Check.Equal("", "thrown"); } catch (ArgumentNullException exception) { Check.Equal("registry", exception.ParamName); }
        """);

    [Fact]
    public void KeepsRegistriesApart() => Run(
        "public partial class Metrics { [Counter(\"x_total\")] public partial Counter X([MaxValues(1)] string s); }",
        """
        var other = new CollectorRegistry();
        new Metrics(registry).X("a").Inc(1);
        new Metrics(other).X("b").Inc(2);
        Check.Equal(1.0, registry.GetSampleValue("x_total", ("s", "a")));
        Check.Equal(2.0, other.GetSampleValue("x_total", ("s", "b")));
        Check.Equal(null, other.GetSampleValue("x_total", ("s", "other")));
        """);

    private static void Run(string declarations, string statements)
    {
        var source = $$"""
            using System;
            using TypedMetrics;

            {{declarations}}

            public static class Check
            {
                public static void Equal<T>(T expected, T actual)
                {
                    if (!Equals(expected, actual)) { throw new InvalidOperationException($"{expected} was expected, and is {actual}"); }
                }
            }

            public static class Program
            {
                public static void Run(CollectorRegistry registry)
                {
                    {{statements}}
                }
            }
            """;
        var program = new LoadedProgram();
        program.Add(GeneratorRun.Of(TestCompilation.Of("Instances", OutputKind.DynamicallyLinkedLibrary, source)).Clean());
        program.Call("Instances", "Program", "Run", new CollectorRegistry());
    }
}
