using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Parsing;

/// <summary>What all parsers of one declaration share: the compilation, and the problems found so far.</summary>
internal sealed class ParsingContext(Compilation compilation, CancellationToken cancellation)
{
    private readonly Dictionary<INamedTypeSymbol, Dictionary<(int Case, bool AsNumber), EnumValues>> _enums = new(SymbolEqualityComparer.Default);
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();

    public Compilation Compilation { get; } = compilation;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Where a problem is reported whose own place is in another assembly.</summary>
    public Location? Fallback { get; set; }

    public int ProblemCount => _problems.Count;

    public ImmutableArray<Diagnostic> Problems => _problems.ToImmutable();

    /// <summary>What an enum gives a label; read once, for many metrics share one.</summary>
    public EnumValues ValuesOf(INamedTypeSymbol type, int labelCase, bool asNumber)
    {
        if (!_enums.TryGetValue(type, out var read))
        {
            _enums.Add(type, read = []);
        }

        if (!read.TryGetValue((labelCase, asNumber), out var values))
        {
            read.Add((labelCase, asNumber), values = EnumValues.Read(type, labelCase, asNumber));
        }

        return values;
    }

    public void Report(DiagnosticDescriptor descriptor, Location? location, params object[] arguments) =>
        Report(descriptor, location, ImmutableDictionary<string, string?>.Empty, arguments);

    public void Report(
        DiagnosticDescriptor descriptor, Location? location, ImmutableDictionary<string, string?> properties, params object[] arguments) =>
        _problems.Add(Diagnostic.Create(
            descriptor, location is { IsInSource: true } ? location : Fallback ?? Location.None, properties, arguments));
}
