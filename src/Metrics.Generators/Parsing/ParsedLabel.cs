using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Parsing;

/// <summary>A label as it was found in the source.</summary>
/// <param name="Symbol">The parameter, or the property or field of a label set.</param>
/// <param name="Parameter">The metric's parameter that it comes with; <see langword="null"/> while a label set is looked at alone.</param>
/// <param name="Type">Its type without <c>Nullable&lt;T&gt;</c>.</param>
/// <param name="Name">The exposed name.</param>
/// <param name="Argument">How it is read; <see langword="null"/> where it makes no label.</param>
/// <param name="Fault">Why it makes none.</param>
internal sealed record ParsedLabel(
    ISymbol Symbol, IParameterSymbol? Parameter, ITypeSymbol Type, string Name, LabelArgument? Argument, LabelFault Fault)
{
    /// <summary>The <c>[Label]</c> that the name may stand in.</summary>
    public AttributeData? NameAttribute { get; init; }

    /// <summary>The label.</summary>
    public LabelModel? Model => Argument?.Label;
}
