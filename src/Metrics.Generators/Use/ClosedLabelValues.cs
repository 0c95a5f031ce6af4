using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Use;

/// <summary>A closed label, and which constants it takes.</summary>
/// <param name="Model">The label.</param>
/// <param name="Type">Its type without <c>Nullable&lt;T&gt;</c>.</param>
/// <param name="Owner">The metric's exposed name, or the label set's type name.</param>
internal sealed record ClosedLabelValues(LabelModel Model, ITypeSymbol Type, string Owner)
{
    /// <summary>The numbers of an enum.</summary>
    public ImmutableHashSet<decimal> Numbers { get; init; } = ImmutableHashSet<decimal>.Empty;

    /// <summary>The closed label behind a parsed one, or <see langword="null"/>.</summary>
    public static ClosedLabelValues? Of(ParsedLabel label, string owner) => label.Model switch
    {
        { Kind: LabelKind.OneOf or LabelKind.Range } model => new(model, label.Type, owner),
        { Kind: LabelKind.Enum } model => new(model, label.Type, owner) { Numbers = NumbersOf(label.Type) },
        _ => null,
    };

    /// <summary>The texts that a string label lists.</summary>
    public IEnumerable<string> Listed => Model.Values.Take(Model.Declared);

    /// <summary>Whether the label has a value of its own for the constant; <see langword="null"/> and what is no constant of its type count.</summary>
    public bool Takes(object? constant) => (Model.Kind, constant) switch
    {
        (LabelKind.OneOf, string text) => Model.Values.Contains(text),
        (LabelKind.Range, _) when NumberOf(constant) is { } number => number >= Model.Minimum && number <= Model.Maximum,
        (LabelKind.Enum, _) when NumberOf(constant) is { } number => Numbers.Contains(number),
        _ => true,
    };

    public static decimal? NumberOf(object? constant) => constant is sbyte or byte or short or ushort or int or uint or long or ulong
        ? Convert.ToDecimal(constant, CultureInfo.InvariantCulture)
        : null;

    private static ImmutableHashSet<decimal> NumbersOf(ITypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Select(static field => field.HasConstantValue ? NumberOf(field.ConstantValue) : null).OfType<decimal>().ToImmutableHashSet();
}
