using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Declarations;
using TypedMetrics.Generators.Model;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Parsing;

/// <summary>What <c>[MetricGroup]</c> says, or its absence.</summary>
internal sealed record GroupOptions(string Prefix, int? SeriesBudget, string? Owner, bool? Preinitialize)
{
    public EquatableArray<string> ConstantLabels { get; init; }

    /// <summary>The names of the constant labels that are in order.</summary>
    public EquatableArray<string> ConstantLabelNames { get; init; }

    /// <summary>After how many seconds unseen the texts of the group's open labels are freed.</summary>
    public double? ExpireAfter { get; init; }

    /// <summary>Whether the prefix is at fault (reported), so that the names of its metrics cannot be judged.</summary>
    public bool IsPrefixInvalid { get; init; }

    public static GroupOptions Of(INamedTypeSymbol type, ParsingContext context)
    {
        var expireAfter = ExpiryParser.SecondsOf(type.FindAttribute(KnownNames.ExpireAfter), type.Name, context);
        if (type.FindAttribute(KnownNames.MetricGroup) is not { } attribute)
        {
            return new("", null, null, null) { ExpireAfter = expireAfter };
        }

        var prefix = attribute.NamedText("Prefix") ?? "";
        var isInvalid = prefix.Length > 0 && !MetricNames.IsValid(prefix);
        if (isInvalid)
        {
            context.Report(
                DeclarationDescriptors.InvalidMetricName,
                attribute.SpotOfNamed("Prefix", context.Cancellation),
                "Prefix",
                prefix,
                "must be a letter, '_' or ':', followed by letters, digits, '_' and ':'");
        }

        var (labels, names) = Constants(type, attribute, context);
        return new(prefix, attribute.NamedNumber("SeriesBudget"), attribute.NamedText("Owner"), attribute.NamedFlag("Preinitialize"))
        {
            ConstantLabels = new(labels),
            ConstantLabelNames = new(names),
            ExpireAfter = expireAfter,
            IsPrefixInvalid = isInvalid,
        };
    }

    private static (List<string> Labels, List<string> Names) Constants(INamedTypeSymbol type, AttributeData attribute, ParsingContext context)
    {
        var labels = new List<string>();
        var names = new List<string>();
        var texts = attribute.Named("ConstantLabels") is { Kind: TypedConstantKind.Array, IsNull: false } list
            ? list.Values.Select(static value => value.Value as string ?? "").ToList()
            : [];
        for (var i = 0; i < texts.Count; i++)
        {
            var equals = texts[i].IndexOf('=');
            var name = equals < 0 ? texts[i] : texts[i].Substring(0, equals);
            var location = Spots.OfElement(attribute, "ConstantLabels", i, context.Cancellation);
            var problem = equals < 0 ? "is not written 'name=value'"
                : LabelNames.IsReserved(name) ? "is reserved by Prometheus ('le', 'quantile' and everything that starts with '__'); choose another name"
                : !LabelNames.IsValid(name) ? "is no label name: it must be a letter or '_', followed by letters, digits and '_'"
                : null;
            if (problem is not null)
            {
                context.Report(DeclarationDescriptors.InvalidLabelName, location, name, problem);
            }
            else if (names.Contains(name))
            {
                context.Report(DeclarationDescriptors.RepeatedLabel, location, name, type.Name, "another constant label");
            }
            else
            {
                labels.Add(texts[i]);
                names.Add(name);
            }
        }

        return (labels, names);
    }
}
