using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Catalogue;

/// <summary>Takes from a compilation what the generator needs of it.</summary>
internal static class AssemblyReader
{
    public static AssemblyModel Read(Compilation compilation, CancellationToken cancellation)
    {
        var isExecutable = compilation.Options.OutputKind
            is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;
        return new(
            compilation.AssemblyName ?? "",
            compilation.GetTypeByMetadataName($"{KnownNames.Namespace}.{KnownNames.CollectorRegistry}") is not null,
            isExecutable ? new(References(compilation, cancellation)) : default);
    }

    private static IEnumerable<ReferenceModel> References(Compilation compilation, CancellationToken cancellation)
    {
        foreach (var assembly in CatalogueReader.AssembliesOf(compilation).OrderBy(static assembly => assembly.Name, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            if (CatalogueReader.Attribute(assembly) is { ConstructorArguments.Length: 3 } attribute
                && attribute.ConstructorArguments[2].Value is INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } registration
                && registration.GetMembers(FieldNames.RegisterMethod).Any(IsRegister))
            {
                yield return new(assembly.Name, registration.ToDisplayString(), AliasOf(compilation, assembly));
            }
        }
    }

    private static bool IsRegister(ISymbol member) =>
        member is IMethodSymbol { IsStatic: true, DeclaredAccessibility: Accessibility.Public, Parameters.IsEmpty: true, Arity: 0 };

    private static string AliasOf(Compilation compilation, IAssemblySymbol assembly)
    {
        var aliases = compilation.GetMetadataReference(assembly)?.Properties.Aliases ?? ImmutableArray<string>.Empty;
        return aliases.IsDefaultOrEmpty || aliases.Contains(ReferenceModel.Global) ? ReferenceModel.Global : aliases[0];
    }
}
