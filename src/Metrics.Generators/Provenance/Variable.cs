using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// What can be assigned within a function: a local, a parameter, or a temporary of the control-flow graph; also a field or
/// property, whichever object it belongs to.
/// </summary>
/// <remarks>No struct: a compiler run is short, and dictionaries of structs must be compiled anew in each.</remarks>
internal sealed class Variable : IEquatable<Variable>
{
    private readonly ISymbol? _symbol;
    private readonly CaptureId _capture;

    public Variable(ISymbol symbol)
    {
        _symbol = symbol.OriginalDefinition;
        _capture = default;
    }

    public Variable(CaptureId capture)
    {
        _symbol = null;
        _capture = capture;
    }

    /// <summary>The local, parameter or member; <see langword="null"/> for a temporary.</summary>
    public ISymbol? Symbol => _symbol;

    public bool Equals(Variable? other) =>
        other is not null && SymbolEqualityComparer.Default.Equals(_symbol, other._symbol) && _capture.Equals(other._capture);

    public override bool Equals(object? obj) => obj is Variable other && Equals(other);

    public override int GetHashCode() =>
        _symbol is null ? _capture.GetHashCode() : SymbolEqualityComparer.Default.GetHashCode(_symbol);
}
