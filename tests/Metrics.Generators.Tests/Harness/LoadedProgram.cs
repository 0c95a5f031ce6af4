using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Tests.Harness;

/// <summary>Assemblies that were compiled in memory, in a load context that shares the runtime library with the test.</summary>
internal sealed class LoadedProgram
{
    private readonly AssemblyLoadContext _context;
    private readonly Dictionary<string, byte[]> _images = [];

    public LoadedProgram(bool isCollectible = false)
    {
        _context = new AssemblyLoadContext("compiled in memory", isCollectible);
        _context.Resolving += (context, name) =>
            _images.TryGetValue(name.Name!, out var image) ? context.LoadFromStream(new MemoryStream(image)) : null;
    }

    /// <summary>Makes the compiled assembly available, and gives a reference to it.</summary>
    public MetadataReference Add(GeneratorRun run, string alias = "")
    {
        var image = Emit(run.Output);
        _images.Add(run.Output.AssemblyName!, image);
        return MetadataReference.CreateFromImage(image, new MetadataReferenceProperties(aliases: alias.Length > 0 ? [alias] : []));
    }

    public Assembly Load(string name) => _context.LoadFromAssemblyName(new AssemblyName(name));

    /// <summary>Calls a public static method without result.</summary>
    public void Call(string assembly, string type, string method, params object[] arguments)
    {
        var target = Load(assembly).GetType(type, throwOnError: true)!.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!;
        target.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    /// <summary>Begins to unload what is loaded.</summary>
    /// <returns>Dead once that has been done, which takes a few garbage collections.</returns>
    public WeakReference Unload()
    {
        _context.Unload();
        return new WeakReference(_context);
    }

    private static byte[] Emit(Compilation compilation)
    {
        var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return stream.ToArray();
    }
}
