using System.Collections.Generic;
using System.Linq;
using TypedMetrics.Generators.Catalogue;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Emission;

/// <summary>
/// Writes the file that an assembly has once: its catalogue, and a module initializer that promises its metrics to the
/// default registry. That of an executable also runs those of the assemblies it references, which else would wait for the
/// first use of each.
/// </summary>
internal static class RegistrationWriter
{
    /// <summary>The name of the file.</summary>
    public const string HintName = "TypedMetrics.Registration.g.cs";

    /// <summary>The file, or <see langword="null"/> where the assembly has nothing to register and nothing to tell.</summary>
    public static string? Write(AssemblyModel assembly, IReadOnlyList<CatalogueGroup> groups)
    {
        var holders = groups.Where(static group => group.Metrics.Count > 0).Select(static group => group.Holder).OfType<string>().ToList();
        var hasMetrics = groups.Any(static group => group.Metrics.Count > 0);
        if (!assembly.HasRuntime || (!hasMetrics && assembly.References.Count == 0))
        {
            return null;
        }

        var writer = new SourceWriter();
        FileHead.Write(writer, []);
        Aliases(writer, assembly);
        var type = TypeName(assembly.Name);
        if (hasMetrics)
        {
            Catalogue(writer, assembly, groups, holders.Count > 0 ? $"typeof(global::{RuntimeNames.GeneratedNamespace}.{type})" : "null");
        }

        if (holders.Count > 0 || assembly.References.Count > 0)
        {
            writer.Line();
            writer.Block($"namespace {RuntimeNames.GeneratedNamespace}", () => Registration(writer, type, assembly, holders));
        }

        return writer.ToString();
    }

    /// <summary>The name of the public type that registers an assembly's metrics.</summary>
    public static string TypeName(string assembly) =>
        $"Metrics_{string.Concat(assembly.Select(static c => c < 128 && char.IsLetterOrDigit(c) ? c : '_'))}_{StableHash.Of(assembly)}";

    private static void Aliases(SourceWriter writer, AssemblyModel assembly)
    {
        foreach (var alias in assembly.References.Select(static reference => reference.Alias).Where(static alias => alias != ReferenceModel.Global).Distinct())
        {
            writer.Line($"extern alias {CSharpText.Identifier(alias)};");
        }
    }

    private static void Catalogue(SourceWriter writer, AssemblyModel assembly, IReadOnlyList<CatalogueGroup> groups, string registration)
    {
        writer.Line();

        // JSON never has three quotes in a row.
        writer.Line($"[assembly: {RuntimeNames.CatalogueAttribute}({Literal.Number(CatalogueReader.Version)}, \"\"\"");
        writer.Verbatim(text => CatalogueWriter.Write(text, assembly.Name, groups));
        writer.Line($"\"\"\", {registration})]");
    }

    private static void Registration(SourceWriter writer, string type, AssemblyModel assembly, IReadOnlyList<string> holders)
    {
        writer.Line("/// <summary>Registers the metrics of this assembly.</summary>");
        writer.Line(RuntimeNames.GeneratedCode);
        writer.Line(RuntimeNames.Hidden);
        writer.Block($"public static class {type}", () =>
        {
            writer.Line("/// <summary>Makes sure that the static groups of this assembly are known to the default registry.</summary>");
            writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
            writer.Block("public static void Register()", () => writer.Line("// The first call into a module runs its initializer."));
            writer.Line();
            writer.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
            writer.Block("internal static void Initialize()", () => Initializer(writer, assembly, holders));
            for (var i = 0; i < assembly.References.Count; i++)
            {
                Reference(writer, assembly.References[i], i);
            }
        });
    }

    private static void Initializer(SourceWriter writer, AssemblyModel assembly, IReadOnlyList<string> holders)
    {
        if (holders.Count > 0)
        {
            writer.Line($"{RuntimeNames.Registry}.Default.AddDeferredSource(static () =>");
            writer.Open();
            foreach (var holder in holders)
            {
                writer.Line($"global::{RuntimeNames.GeneratedNamespace}.{holder}.{FieldNames.RegisterMethod}();");
            }

            writer.Close(");");
        }

        for (var i = 0; i < assembly.References.Count; i++)
        {
            // An assembly that is not there must not keep the program from starting.
            writer.Block("try", () => writer.Line($"{ReferenceMethod(i)}();"));
            writer.Block("catch (global::System.Exception)", static () => { });
        }
    }

    private static void Reference(SourceWriter writer, ReferenceModel reference, int number)
    {
        writer.Line();
        writer.Line($"// {reference.AssemblyName}");
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
        writer.Block(
            $"private static void {ReferenceMethod(number)}()",
            () => writer.Line($"{Alias(reference)}::{reference.RegistrationType}.{FieldNames.RegisterMethod}();"));
    }

    // The identifier writer would make @global of it, which is an alias of that name.
    private static string Alias(ReferenceModel reference) =>
        reference.Alias == ReferenceModel.Global ? reference.Alias : CSharpText.Identifier(reference.Alias);

    private static string ReferenceMethod(int number) => "RegisterReference" + Literal.Number(number + 1);
}
