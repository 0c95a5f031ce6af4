using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedMetrics.Generators.Tests.Harness;

/// <summary>Makes compilations of text against the running framework and the runtime library.</summary>
internal static class TestCompilation
{
    private static readonly ImmutableArray<MetadataReference> References = FindReferences();

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    /// <summary>A library, or an executable where the text has top-level statements, one file for each text.</summary>
    public static CSharpCompilation Of(string name, OutputKind kind, params string[] sources) => Of(name, kind, ParseOptions, sources);

    public static CSharpCompilation Of(string name, OutputKind kind, CSharpParseOptions options, params string[] sources) =>
        CSharpCompilation.Create(
            name,
            sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, options, $"File{i}.cs", System.Text.Encoding.UTF8)),
            References,
            new CSharpCompilationOptions(
                kind,
                nullableContextOptions: NullableContextOptions.Enable,
                warningLevel: 9999,
                allowUnsafe: true,
                checkOverflow: true));

    public static CSharpCompilation Library(params string[] sources) => Of("Shop", OutputKind.DynamicallyLinkedLibrary, sources);

    /// <summary>Whether the tree is one of the test's, and not a generated one.</summary>
    public static bool IsTestFile(SyntaxTree? tree) => tree is not null && tree.FilePath.StartsWith("File", StringComparison.Ordinal);

    private static ImmutableArray<MetadataReference> FindReferences()
    {
        var framework = RuntimeEnvironment.GetRuntimeDirectory();
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return
        [
            .. trusted.Where(path => path.StartsWith(framework, StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path)),
            MetadataReference.CreateFromFile(typeof(CounterAttribute).Assembly.Location),
        ];
    }
}
