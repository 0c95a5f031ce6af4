using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Parsing;

/// <summary>What all parsers of one declaration share: the compilation, and the problems found so far.</summary>
internal sealed class ParsingContext(Compilation compilation, CancellationToken cancellation)
{
    // Many groups share an enum, and none outlives its compilation here.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<EnumUse, EnumValues>> EnumsOf = new();

    private readonly ConcurrentDictionary<EnumUse, EnumValues> _enums = EnumsOf.GetValue(compilation, static _ => new());
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();

    public Compilation Compilation { get; } = compilation;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Where a problem is reported whose own place is in another assembly.</summary>
    public Location? Fallback { get; set; }

    public int ProblemCount => _problems.Count;

    public ImmutableArray<Diagnostic> Problems => _problems.ToImmutable();

    /// <summary>What an enum gives a label; read once, for many metrics share one.</summary>
    public EnumValues ValuesOf(INamedTypeSymbol type, int labelCase, bool asNumber) =>
        _enums.GetOrAdd(new EnumUse(type, labelCase, asNumber), static use => EnumValues.Read(use.Type, use.Case, use.AsNumber));

    public void Report(DiagnosticDescriptor descriptor, Location? location, params object[] arguments) =>
        Report(descriptor, location, ImmutableDictionary<string, string?>.Empty, arguments);

    public void Report(
        DiagnosticDescriptor descriptor, Location? location, ImmutableDictionary<string, string?> properties, params object[] arguments) =>
        _problems.Add(Diagnostic.Create(
            descriptor, location is { IsInSource: true } ? location : Fallback ?? Location.None, properties, arguments));

    private readonly struct EnumUse(INamedTypeSymbol type, int labelCase, bool asNumber) : IEquatable<EnumUse>
    {
        public INamedTypeSymbol Type { get; } = type;

        public int Case { get; } = labelCase;

        public bool AsNumber { get; } = asNumber;

        public bool Equals(EnumUse other) =>
            Case == other.Case && AsNumber == other.AsNumber && SymbolEqualityComparer.Default.Equals(Type, other.Type);

        public override bool Equals(object? obj) => obj is EnumUse other && Equals(other);

        public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Type);
    }
}
