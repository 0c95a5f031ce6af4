using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedMetrics.Precision;

/// <summary>The C# files of a folder as one compilation against this program's frameworks, with the probe beside them.</summary>
internal sealed class ForeignCode
{
    private const string Probe = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        global using global::Microsoft.AspNetCore.Builder;
        global using global::Microsoft.AspNetCore.Hosting;
        global using global::Microsoft.AspNetCore.Http;
        global using global::Microsoft.AspNetCore.Routing;
        global using global::Microsoft.Extensions.Configuration;
        global using global::Microsoft.Extensions.DependencyInjection;
        global using global::Microsoft.Extensions.Hosting;
        global using global::Microsoft.Extensions.Logging;

        public static partial class PrecisionProbe
        {
            [global::TypedMetrics.Counter("probes_total")]
            public static partial global::TypedMetrics.Counter Label([global::TypedMetrics.MaxValues(200)] string value);
        }
        """;

    private static readonly CSharpParseOptions Options = new(
        LanguageVersion.Preview, preprocessorSymbols: ["NET", "NETCOREAPP", "NETSTANDARD", "NET_4_0", "NET_4_5", "NET_4_6", "MONO", "TRACE"]);

    private ForeignCode(CSharpCompilation compilation, int files, int lines)
    {
        Compilation = compilation;
        Files = files;
        Lines = lines;
    }

    public CSharpCompilation Compilation { get; }

    public int Files { get; }

    /// <summary>Lines that are not blank.</summary>
    public int Lines { get; }

    public static ForeignCode Read(string folder)
    {
        var paths = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var trees = paths.Select(static path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Options, path)).ToArray();
        var compilation = CSharpCompilation.Create(
            "Foreign",
            trees.Append(CSharpSyntaxTree.ParseText(Probe, Options, "Probe.cs")),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(static path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && !path.EndsWith("Precision.dll", StringComparison.Ordinal)
                    && !path.EndsWith("Generators.dll", StringComparison.Ordinal))
                .Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: true));
        var lines = paths.Sum(static path => File.ReadLines(path).Count(static line => !string.IsNullOrWhiteSpace(line)));
        return new(compilation, paths.Length, lines);
    }
}
