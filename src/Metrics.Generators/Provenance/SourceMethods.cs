using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>One symbol for each method, however it is referred to, and who can see it.</summary>
internal static class SourceMethods
{
    /// <summary>The method without type arguments, the declaration of a partial one, the static form of an extension.</summary>
    public static IMethodSymbol Canonical(IMethodSymbol method)
    {
        var original = (method.ReducedFrom ?? method).OriginalDefinition;
        return original.PartialDefinitionPart ?? original;
    }

    /// <summary>The method that a parameter belongs to.</summary>
    public static IMethodSymbol? OwnerOf(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol method ? Canonical(method) : null;

    /// <summary>Whether code outside of the assembly can name the symbol.</summary>
    public static bool IsVisibleOutside(ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal
                && current is not IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: false })
            {
                return false;
            }
        }

        return true;
    }
}
