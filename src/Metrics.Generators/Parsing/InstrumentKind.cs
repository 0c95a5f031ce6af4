using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Parsing;

/// <summary>An attribute that declares a metric, with the instrument that its member returns.</summary>
/// <param name="Type">The type of the family.</param>
/// <param name="AttributeName">The attribute's type name.</param>
/// <param name="InstrumentName">The instrument's type name.</param>
internal sealed record InstrumentKind(MetricType Type, string AttributeName, string InstrumentName)
{
    public static InstrumentKind Counter { get; } = new(MetricType.Counter, "CounterAttribute", "Counter");

    public static InstrumentKind Gauge { get; } = new(MetricType.Gauge, "GaugeAttribute", "Gauge");

    public static InstrumentKind Histogram { get; } = new(MetricType.Histogram, "HistogramAttribute", "Histogram");

    public static InstrumentKind Summary { get; } = new(MetricType.Summary, "SummaryAttribute", "Summary");

    public static InstrumentKind StateSet { get; } = new(MetricType.StateSet, "StateSetAttribute", "StateSet") { IsGeneric = true };

    public static InstrumentKind ObservableGauge { get; } = new(MetricType.Gauge, "ObservableGaugeAttribute", "Gauge") { IsObservable = true };

    public static InstrumentKind ObservableCounter { get; } = new(MetricType.Counter, "ObservableCounterAttribute", "Counter") { IsObservable = true };

    public static InstrumentKind Info { get; } = new(MetricType.Info, "InfoAttribute", "Info");

    public static IReadOnlyList<InstrumentKind> All { get; } = [Counter, Gauge, Histogram, Summary, StateSet, Info, ObservableGauge, ObservableCounter];

    /// <summary>Whether the member is no instrument, but is read at every scrape.</summary>
    public bool IsObservable { get; init; }

    /// <summary>Whether the instrument has a type parameter, its states.</summary>
    public bool IsGeneric { get; init; }

    /// <summary>The type's name in running text: <c>counter</c>, <c>state set</c>.</summary>
    public string Word => TypeText.Word(Type);

    /// <summary>The attribute's full metadata name.</summary>
    public string MetadataName => KnownNames.Namespace + "." + AttributeName;

    /// <summary>The instrument's name as C# for any file.</summary>
    public string Instrument => $"global::{KnownNames.Namespace}.{InstrumentName}";

    /// <summary>Whether a type, written by <see cref="CSharpText.OfType"/>, is the instrument's.</summary>
    public bool IsInstrument(string type) => IsGeneric ? type.StartsWith(Instrument + "<", StringComparison.Ordinal) : type == Instrument;

    /// <summary>Whether the type is the instrument's.</summary>
    public bool IsInstrument(ITypeSymbol type) =>
        type.IsRuntimeType(InstrumentName) && type is INamedTypeSymbol named && named.Arity == (IsGeneric ? 1 : 0);

    /// <summary>The kind that the attribute declares, or <see langword="null"/>.</summary>
    public static InstrumentKind? Of(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type || !KnownNames.IsInRuntimeNamespace(type))
        {
            return null;
        }

        foreach (var kind in All)
        {
            if (type.Name == kind.AttributeName)
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>The first attribute of the symbol that declares a metric, with its kind.</summary>
    public static (AttributeData Attribute, InstrumentKind Kind)? FirstOn(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Of(attribute) is { } kind)
            {
                return (attribute, kind);
            }
        }

        return null;
    }
}
