using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Declarations;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Finds a metric's name and unit, and reports what is wrong with them (MET004).</summary>
internal static class MetricNameParser
{
    /// <summary>The prefix and the declared name; <see langword="null"/> where that is no name.</summary>
    public static string? NameOf(AttributeData attribute, GroupOptions options, ParsingContext context)
    {
        if (options.IsPrefixInvalid)
        {
            return null;
        }

        var declared = attribute.Positional<string>(0);
        if (declared is { Length: > 0 } && MetricNames.IsValid(options.Prefix + declared))
        {
            return options.Prefix + declared;
        }

        // An argument that does not compile has been reported already.
        if (attribute.AttributeConstructor is not null)
        {
            context.Report(
                DeclarationDescriptors.InvalidMetricName,
                attribute.SpotOfPositional(0, context.Cancellation),
                "Metric name",
                declared ?? "",
                "must be a letter, '_' or ':', followed by letters, digits, '_' and ':'");
        }

        return null;
    }

    /// <summary>The stated unit, else the one that the name ends in; an empty text states that there is none.</summary>
    public static string? UnitOf(AttributeData attribute, InstrumentKind kind, string? name, ParsingContext context)
    {
        if (name is null)
        {
            return null;
        }

        var baseName = MetricNames.BaseName(kind.Type, name);
        if (!MetricNames.CanHaveUnit(kind.Type))
        {
            if (attribute.NamedText("Unit") is { Length: > 0 } unit)
            {
                context.Report(
                    DeclarationDescriptors.InvalidMetricName,
                    attribute.SpotOfNamed("Unit", context.Cancellation),
                    "Unit",
                    unit,
                    $"must go: {TypeText.WithArticle(kind.Type)} has no unit");
            }

            return null;
        }

        if (attribute.NamedText("Unit") is not { } stated)
        {
            return Units.FromName(baseName);
        }

        if (stated.Length > 0 && !Units.IsSuffixOf(stated, baseName))
        {
            var total = kind.Type == MetricType.Counter ? "_total" : "";
            context.Report(
                DeclarationDescriptors.InvalidMetricName,
                attribute.SpotOfNamed("Unit", context.Cancellation),
                "Unit",
                stated,
                $"must be the last word of the metric's name: rename '{name}' to '{baseName}_{stated}{total}'");
        }

        return stated.Length > 0 ? stated : null;
    }
}
