using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Catalogue;

/// <summary>Plug-ins: assemblies with metrics in load contexts of their own, beside one runtime library.</summary>
public class LoadContextTests
{
    [Fact]
    public void TheSameAssemblyInTwoContextsSharesItsSeries()
    {
        var first = Plugin("load_context_shared_total");
        var second = Plugin("load_context_shared_total");

        first.Call("Plugin", "PluginMetrics", "Run");
        second.Call("Plugin", "PluginMetrics", "Run");
        second.Call("Plugin", "PluginMetrics", "Run");

        Assert.NotSame(first.Load("Plugin"), second.Load("Plugin"));
        Assert.Equal(["load_context_shared_total{kind=\"full\"} 3"], Scrape.Touched(CollectorRegistry.Default, "load_context_shared"));
    }

    [Fact]
    public void AnotherVersionInASecondContextIsRefusedAndDoesNoHarm()
    {
        var first = Plugin("load_context_changed_total");
        var second = Plugin("load_context_changed_total", label: "size");

        first.Call("Plugin", "PluginMetrics", "Run");
        second.Call("Plugin", "PluginMetrics", "Run");

        Assert.Equal(["load_context_changed_total{kind=\"full\"} 1"], Scrape.Touched(CollectorRegistry.Default, "load_context_changed"));
        Assert.Contains(CollectorRegistry.Default.Problems, problem => problem.Subject == "load_context_changed_total");
    }

    [Fact]
    public void UnloadedContextIsNotKeptAlive()
    {
        var context = RunAndUnload();
        for (var i = 0; i < 20 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(context.IsAlive);
        Assert.Equal(["load_context_unloaded_total{kind=\"full\"} 1"], Scrape.Touched(CollectorRegistry.Default, "load_context_unloaded"));
    }

    // On a stack frame of its own, so that nothing of the program is left there.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunAndUnload()
    {
        var program = Plugin("load_context_unloaded_total", isCollectible: true);
        program.Call("Plugin", "PluginMetrics", "Run");
        Assert.NotEmpty(Scrape.Samples(CollectorRegistry.Default, "load_context_unloaded"));
        return program.Unload();
    }

    private static LoadedProgram Plugin(string metric, string label = "kind", bool isCollectible = false)
    {
        var program = new LoadedProgram(isCollectible);
        program.Add(GeneratorRun.Of(TestCompilation.Of("Plugin", OutputKind.DynamicallyLinkedLibrary,
            $$"""
            public static partial class PluginMetrics
            {
                [TypedMetrics.Counter("{{metric}}", "Runs.")]
                public static partial TypedMetrics.Counter Runs([TypedMetrics.OneOf("full", "part")] string {{label}});

                public static void Run() => Runs("full").Inc();
            }
            """)).Clean());
        return program;
    }
}
