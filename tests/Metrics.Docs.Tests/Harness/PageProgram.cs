using System.Reflection;
using System.Runtime.Loader;
using TypedMetrics.AspNetCore;
using TypedMetrics.Testing;

namespace TypedMetrics.Docs.Tests.Harness;

/// <summary>
/// A chapter of a page, loaded together with a runtime library of its own, so that its default registry has nothing but the
/// metrics of the page.
/// </summary>
internal sealed class PageProgram
{
    private const string PageType = "Page";
    private const string ProbeType = "Probe";

    /// <summary>What is compiled with a page that is run: reads the default registry of its runtime library.</summary>
    public const string ProbeSource = $$"""
        public static class {{ProbeType}}
        {
            public static string Write(bool openMetrics)
            {
                var output = new System.Buffers.ArrayBufferWriter<byte>();
                TypedMetrics.CollectorRegistry.Default.Write(
                    output, openMetrics ? TypedMetrics.ExpositionFormat.OpenMetrics : TypedMetrics.ExpositionFormat.PrometheusText);
                return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
            }
        }
        """;

    private static readonly Assembly[] Libraries = [typeof(CollectorRegistry).Assembly, typeof(MetricsEndpointOptions).Assembly, typeof(MetricAssert).Assembly];

    private readonly Assembly _assembly;

    private PageProgram(Assembly assembly) => _assembly = assembly;

    public static PageProgram Load(PageCompilation compilation)
    {
        var stream = new MemoryStream();
        var emitted = compilation.Compilation.Emit(stream);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        var context = new LibraryContext();
        return new PageProgram(context.LoadFromStream(new MemoryStream(stream.ToArray())));
    }

    /// <summary>Runs the statements of a block, unless they open a port.</summary>
    public async Task RunAsync(CodeBlock block)
    {
        if (block is { HasStatements: true, OpensPort: false } && Call(PageType, block.MethodName) is Task task)
        {
            await task;
        }
    }

    /// <summary>What the default registry exposes now.</summary>
    public string Scrape(bool openMetrics) => (string)Call(ProbeType, "Write", openMetrics)!;

    /// <summary>Runs the tests that the page shows, each on a new instance.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> RunTestsAsync()
    {
        var tests = _assembly.GetTypes().SelectMany(static type => type.GetMethods()).Where(static method => method.GetCustomAttribute<FactAttribute>() is not null).ToList();
        foreach (var test in tests)
        {
            var instance = Activator.CreateInstance(test.DeclaringType!);
            if (test.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, [], null) is Task task)
            {
                await task;
            }

            (instance as IDisposable)?.Dispose();
        }

        return tests.Count;
    }

    private object? Call(string type, string method, params object[] arguments) =>
        _assembly.GetType(type, throwOnError: true)!.GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    private sealed class LibraryContext() : AssemblyLoadContext("a page", isCollectible: false)
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            Array.Find(Libraries, library => library.GetName().Name == assemblyName.Name) is { } own ? LoadFromAssemblyPath(own.Location) : null;
    }
}
