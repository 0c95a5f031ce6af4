using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>
/// The open labels behind the parameters of accessors, the members of label sets and the look-ups of open labels' types, also
/// those of referenced assemblies; one table for a compilation. Safe for concurrent use.
/// </summary>
internal sealed class OpenLabels(Compilation compilation, CancellationToken cancellation)
{
    private static readonly Dictionary<string, OpenLabel> None = [];

    private readonly ConcurrentDictionary<IMethodSymbol, Dictionary<string, OpenLabel>> _accessors = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, Dictionary<string, OpenLabel>> _sets = new(SymbolEqualityComparer.Default);

    public bool HasAny(IMethodSymbol method) => MapOf(method).Count > 0;

    /// <summary>The open label that an argument for the parameter sets, or <see langword="null"/>.</summary>
    public OpenLabel? Of(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol method && MapOf(method).TryGetValue(parameter.Name, out var label) ? label : null;

    /// <summary>The open label that an assignment to a label set's member sets, or <see langword="null"/>.</summary>
    public OpenLabel? OfMember(ISymbol member) =>
        member.ContainingType is { } type && OfSet(type).TryGetValue(member.Name, out var label) ? label : null;

    private Dictionary<string, OpenLabel> MapOf(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Ordinary when !method.Parameters.IsEmpty => _accessors.GetOrAdd(method.OriginalDefinition, FindAccessor),
        MethodKind.Constructor when !method.Parameters.IsEmpty => OfSet(method.ContainingType),
        _ => None,
    };

    private Dictionary<string, OpenLabel> OfSet(INamedTypeSymbol type) => _sets.GetOrAdd(type.OriginalDefinition, FindSet);

    private Dictionary<string, OpenLabel> FindAccessor(IMethodSymbol method)
    {
        if (InstrumentKind.FirstOn(method) is not (var attribute, var kind))
        {
            return OfType(method);
        }

        var parsing = new ParsingContext(compilation, cancellation);
        var name = GroupOptions.Of(method.ContainingType, parsing).Prefix + (attribute.Positional<string>(0) ?? method.Name);
        var owner = MetricNames.TextName(kind.Type, MetricNames.BaseName(kind.Type, name));
        return Map(
            method.Parameters.SelectMany(parameter => ParameterParser.Parse(parameter, parsing)).Where(static label => label.Symbol is IParameterSymbol),
            owner,
            System.StringComparer.Ordinal);
    }

    /// <summary>What <c>Tenant.Of(text)</c> sets.</summary>
    private static Dictionary<string, OpenLabel> OfType(IMethodSymbol method) =>
        method is { IsStatic: true, Name: "Of", Parameters.Length: 1, ContainingType: { } type }
        && type.FindAttribute(KnownNames.OpenLabel) is { } attribute
        && attribute.NamedFlag("ExpectOverflow") != true
        && attribute.PositionalValue<int>(0) is { } maximum
            ? new() { [method.Parameters[0].Name] = new(type.Name, type.Name, maximum) { Subject = $"Open label '{type.Name}'" } }
            : None;

    // A constructor's parameter is taken for the member of its name, whatever their cases.
    private Dictionary<string, OpenLabel> FindSet(INamedTypeSymbol type) => LabelTypes.IsLabelSet(type)
        ? Map(
            LabelSetParser.Parse(type, "", null, new ParsingContext(compilation, cancellation)).Labels,
            type.Name,
            System.StringComparer.OrdinalIgnoreCase)
        : None;

    private static Dictionary<string, OpenLabel> Map(IEnumerable<ParsedLabel> labels, string owner, IEqualityComparer<string> names)
    {
        var map = new Dictionary<string, OpenLabel>(names);
        foreach (var label in labels)
        {
            if (label.Model is { Kind: LabelKind.Open, OpenType: null, ExpectsOverflow: false } open)
            {
                map[label.Symbol.Name] = new(label.Name, owner, open.Maximum);
            }
            else if (label.Fault == LabelFault.OpenString)
            {
                map[label.Symbol.Name] = new(label.Name, owner, null);
            }
        }

        return map.Count == 0 ? None : map;
    }
}
