using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

// Virtual, abstract and interface members.
internal sealed partial class Program
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ISymbol>> _implementations = new(SymbolEqualityComparer.Default);

    /// <summary>The methods or properties of the compilation that a call of one can reach: itself, overrides, implementations.</summary>
    public ImmutableArray<ISymbol> ImplementationsOf(ISymbol member) =>
        IsOpen(member) ? _implementations.GetOrAdd(member.OriginalDefinition, FindImplementations) : ImmutableArray.Create(member.OriginalDefinition);

    private static bool IsOpen(ISymbol member) =>
        member.ContainingType?.TypeKind == TypeKind.Interface
        || ((member.IsVirtual || member.IsAbstract || member.IsOverride) && !member.IsSealed && member.ContainingType is { IsSealed: false });

    private ImmutableArray<ISymbol> FindImplementations(ISymbol member)
    {
        var found = ImmutableArray.CreateBuilder<ISymbol>();
        if (!member.IsAbstract && IsSource(member))
        {
            found.Add(member);
        }

        var isInterface = member.ContainingType.TypeKind == TypeKind.Interface;
        var qualified = "." + member.Name;
        var candidates = isInterface
            ? compilation.GetSymbolsWithName(name => name == member.Name || name.EndsWith(qualified, System.StringComparison.Ordinal), SymbolFilter.Member, cancellation)
            : compilation.GetSymbolsWithName(member.Name, SymbolFilter.Member, cancellation);
        foreach (var candidate in candidates)
        {
            if (candidate.Kind == member.Kind && !Same(candidate, member) && (isInterface ? Implements(candidate, member) : Overrides(candidate, member)))
            {
                found.Add(candidate.OriginalDefinition);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The <c>ToString</c> that a type of the compilation has of its own, or <see langword="null"/>.</summary>
    public IMethodSymbol? TextOf(INamedTypeSymbol type)
    {
        for (var current = type.OriginalDefinition; current is not null && IsSource(current); current = current.BaseType?.OriginalDefinition)
        {
            foreach (var member in current.GetMembers(nameof(ToString)))
            {
                if (member is IMethodSymbol { Parameters.IsEmpty: true, IsOverride: true, IsImplicitlyDeclared: false } method)
                {
                    return method;
                }
            }
        }

        return null;
    }

    /// <summary>The method itself and what it overrides or implements: calls go by any of them.</summary>
    private static IEnumerable<IMethodSymbol> DeclarationsOf(IMethodSymbol method)
    {
        yield return method;
        if (method.MethodKind is MethodKind.Constructor or MethodKind.LocalFunction or MethodKind.AnonymousFunction || method.IsStatic)
        {
            yield break;
        }

        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            yield return overridden.OriginalDefinition;
        }

        foreach (var declared in method.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers()).OfType<IMethodSymbol>())
        {
            if (Implements(method, declared))
            {
                yield return declared.OriginalDefinition;
            }
        }
    }

    /// <summary>Whether code of others can call the method, by its own name or by what it overrides or implements.</summary>
    public bool IsCalledFromOutside(IMethodSymbol method) =>
        DeclarationsOf(SourceMethods.Canonical(method)).Any(declared => !IsSource(declared) || SourceMethods.IsVisibleOutside(declared));

    private static bool Overrides(ISymbol candidate, ISymbol member)
    {
        for (var current = Overridden(candidate); current is not null; current = Overridden(current))
        {
            if (Same(current, member))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Implements(ISymbol candidate, ISymbol member)
    {
        var declaring = member.OriginalDefinition.ContainingType;
        foreach (var type in candidate.ContainingType.AllInterfaces)
        {
            if (!Same(type, declaring))
            {
                continue;
            }

            foreach (var declared in type.GetMembers())
            {
                if (Same(declared, member) && Same(candidate.ContainingType.FindImplementationForInterfaceMember(declared), candidate))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private static bool Same(ISymbol? left, ISymbol? right) =>
        SymbolEqualityComparer.Default.Equals(left?.OriginalDefinition, right?.OriginalDefinition);
}
