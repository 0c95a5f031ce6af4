using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Parsing;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Use;

/// <summary>What a use needs to know of the metric behind an accessor, whichever instrument it is.</summary>
/// <param name="TextName">The name in a scrape.</param>
/// <param name="Unit">The stated unit, else the one that the name ends in; <see langword="null"/> for none.</param>
internal sealed record DeclaredMetric(string TextName, string? Unit)
{
    public static DeclaredMetric? Of(ISymbol member)
    {
        if (AttributeOf(member) is not { } attribute)
        {
            return null;
        }

        var prefix = member.ContainingType.FindAttribute(KnownNames.MetricGroup)?.NamedText("Prefix") ?? "";
        var name = prefix + (attribute.Positional<string>(0) ?? member.Name);
        var type = InstrumentKind.Of(attribute)?.Type ?? MetricType.Gauge;
        var baseName = MetricNames.BaseName(type, name);
        var unit = attribute.NamedText("Unit") ?? Units.FromName(baseName);
        return new(MetricNames.TextName(type, baseName), string.IsNullOrEmpty(unit) ? null : unit);
    }

    /// <summary>The attribute that makes a metric of the member: any that derives from <c>MetricAttribute</c>.</summary>
    public static AttributeData? AttributeOf(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
            {
                if (type.IsRuntimeType("MetricAttribute"))
                {
                    return attribute;
                }
            }
        }

        return null;
    }
}
