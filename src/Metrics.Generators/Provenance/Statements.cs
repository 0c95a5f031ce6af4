using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// What the project itself says of members and types: <c>[HighCardinality]</c> and <c>[BoundedValues]</c>, on them or on
/// the assembly, and the lists of the <c>.editorconfig</c>. Safe for concurrent use.
/// </summary>
internal sealed class Statements
{
    private const string Unbounded = KnownNames.Namespace + ".HighCardinalityAttribute";
    private const string Bounded = KnownNames.Namespace + ".BoundedValuesAttribute";

    private readonly ConcurrentDictionary<ISymbol, bool?> _stated = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, bool> _listed = new(StringComparer.Ordinal);
    private readonly bool _hasAttributes;

    public Statements(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        _hasAttributes = !compilation.GetTypesByMetadataName(Unbounded).IsEmpty || !compilation.GetTypesByMetadataName(Bounded).IsEmpty;
        if (_hasAttributes)
        {
            foreach (var attribute in compilation.Assembly.GetAttributes())
            {
                AddAssembly(attribute);
            }
        }

        foreach (var name in ConfiguredNames.Of(compilation, options, "metrics_unbounded_members"))
        {
            _listed[name] = false;
        }

        foreach (var name in ConfiguredNames.Of(compilation, options, "metrics_bounded_members"))
        {
            _listed[name] = true;
        }
    }

    /// <summary>Whether a member, parameter or type is stated to be bounded; <see langword="null"/> where nothing is stated.</summary>
    public bool? Of(ISymbol? symbol)
    {
        // Texts and numbers, by far the most that is asked for, can only be stated in a list.
        if (symbol is null || (_listed.Count == 0 && (!_hasAttributes || symbol is ITypeSymbol { SpecialType: not SpecialType.None })))
        {
            return null;
        }

        var original = symbol.OriginalDefinition;
        return _stated.TryGetValue(original, out var known) ? known : _stated.GetOrAdd(original, Find);
    }

    private bool? Find(ISymbol symbol)
    {
        for (var current = symbol; current is not null; current = Inherited(current))
        {
            if (Attributed(current) is { } attributed)
            {
                return attributed;
            }

            if (_listed.Count > 0 && _listed.TryGetValue(NameOf(current), out var listed))
            {
                return listed;
            }
        }

        return null;
    }

    private bool? Attributed(ISymbol symbol)
    {
        if (!_hasAttributes)
        {
            return null;
        }

        var stated = InAttributes(symbol.GetAttributes());
        return stated ?? symbol switch
        {
            IMethodSymbol { AssociatedSymbol: { } property } => InAttributes(property.GetAttributes()),
            IMethodSymbol method => InAttributes(method.GetReturnTypeAttributes()),
            IPropertySymbol property when Program.PositionOf(property) is { } parameter => InAttributes(parameter.GetAttributes()),
            _ => null,
        };
    }

    private static bool? InAttributes(IEnumerable<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { } type)
            {
                if (MetadataNames.Is(type, Unbounded))
                {
                    return false;
                }

                if (MetadataNames.Is(type, Bounded))
                {
                    return true;
                }
            }
        }

        return null;
    }

    private void AddAssembly(AttributeData attribute)
    {
        if (attribute is not { AttributeClass: { } type, ConstructorArguments: { IsEmpty: false } given } || given[0].Value is not INamedTypeSymbol about
            || !(MetadataNames.Is(type, Unbounded) || MetadataNames.Is(type, Bounded)))
        {
            return;
        }

        var isBounded = MetadataNames.Is(type, Bounded);
        var name = MetadataNames.Of(about.OriginalDefinition).Replace('+', '.');
        var members = given.Length > 1 && given[1] is { Kind: TypedConstantKind.Array, IsNull: false } listed
            ? listed.Values
            : ImmutableArray<TypedConstant>.Empty;
        if (members.IsEmpty)
        {
            _listed[name] = isBounded;
        }

        foreach (var member in members)
        {
            _listed[name + "." + member.Value] = isBounded;
        }
    }

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod?.OriginalDefinition,
        IPropertySymbol property => property.OverriddenProperty?.OriginalDefinition,
        INamedTypeSymbol type => type.BaseType?.OriginalDefinition,
        _ => null,
    };

    private static string NameOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => MetadataNames.Of(type).Replace('+', '.'),
        { ContainingType: { } type } => MetadataNames.Of(type.OriginalDefinition).Replace('+', '.') + "." + symbol.Name,
        _ => symbol.Name,
    };
}
