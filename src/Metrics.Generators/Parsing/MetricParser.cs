using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Declarations;
using TypedMetrics.Generators.Model;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Turns a member with an instrument attribute into a metric, for the generator and for the analyzers.</summary>
internal static class MetricParser
{
    /// <summary>The metric that a member declares, or <see langword="null"/> where it declares none.</summary>
    public static ParsedMetric? Parse(ISymbol member, ParsingContext context) =>
        member.ContainingType is { } type ? Parse(member, GroupOptions.Of(type, new(context.Compilation, context.Cancellation)), context) : null;

    /// <summary>The metric that a member of the group declares, or <see langword="null"/> where it declares none.</summary>
    public static ParsedMetric? Parse(ISymbol member, GroupOptions options, ParsingContext context)
    {
        if (InstrumentKind.FirstOn(member) is not (var attribute, var kind))
        {
            return null;
        }

        var found = context.ProblemCount;
        var metric = new ParsedMetric(member, attribute, kind);
        if (!(kind.IsObservable ? CallbackParser.Check(member, context) : ShapeParser.Check(member, kind, context)))
        {
            return metric with { Accessor = kind.IsObservable ? null : Stub(member, context) };
        }

        var name = MetricNameParser.NameOf(attribute, options, context);
        var unit = MetricNameParser.UnitOf(attribute, kind, name, context);
        var labels = ExpiryParser.Apply(member, LabelsOf(member, context), options.ExpireAfter, context);
        if (kind.IsObservable && !CallbackParser.CheckLabels(member, labels, context))
        {
            return metric with { Name = name };
        }

        CheckRepeats(member, labels, options, kind == InstrumentKind.StateSet ? name : null, context);
        var buckets = BucketParser.Parse(member, attribute, kind, name ?? member.Name, context);
        var states = kind == InstrumentKind.StateSet ? StateParser.Parse(member, attribute, name ?? member.Name, context) : null;
        var window = WindowParser.Parse(attribute, kind, labels.Length, name ?? member.Name, context);
        var maxSeries = MaxSeriesOf(attribute, member, context);
        metric = metric with { Name = name, Labels = labels };
        if (name is null || context.ProblemCount > found || labels.Any(static label => label.Argument is null) || (kind == InstrumentKind.StateSet && states is null))
        {
            return kind.IsObservable ? metric : metric with { Accessor = Stub(member, context) };
        }

        var model = new MetricModel(kind.Type, name, member.GetDocumentationCommentId() ?? "")
        {
            Help = HelpOf(member, attribute, context),
            Unit = unit,
            Labels = new(labels.Select(static label => label.Model!)),
            Buckets = buckets,
            Window = window,
            States = states,
            Exemplars = attribute.NamedFlag("Exemplars") ?? false,
            MaxSeries = maxSeries,
            SeriesBudget = Stated(attribute.NamedNumber("SeriesBudget")) ?? Stated(options.SeriesBudget),
            Preinitialize = attribute.NamedFlag("Preinitialize") ?? options.Preinitialize,
        };
        if (!CheckCount(model, member, context))
        {
            return kind.IsObservable ? metric : metric with { Accessor = Stub(member, context) };
        }

        if (kind.IsObservable)
        {
            return metric with { Model = model, Callback = CallbackParser.Parse(member, model, labels) };
        }

        return metric with { Model = model, Accessor = Accessor(member, model, labels, context) };
    }

    private static AccessorModel? Stub(ISymbol member, ParsingContext context) =>
        MemberParser.Parse(member, context) is { } signature ? new(signature, null, "") : null;

    private static AccessorModel? Accessor(
        ISymbol member, MetricModel model, ImmutableArray<ParsedLabel> labels, ParsingContext context) =>
        MemberParser.Parse(member, context) is { } signature
            ? new(signature, model, "")
            {
                Arguments = new(labels.Select(static label => label.Argument!)),
                Documentation = DocumentationParser.Parse(member, context),
            }
            : null;

    private static int? Stated(int? number) => number is > 0 ? number : null;

    private static string? HelpOf(ISymbol member, AttributeData attribute, ParsingContext context) =>
        attribute.Positional<string>(1) is { } stated
            ? stated.Length > 0 ? stated : null
            : DocumentationText.SummaryOf(member, context.Cancellation);

    private static int? MaxSeriesOf(AttributeData attribute, ISymbol member, ParsingContext context)
    {
        if (attribute.NamedNumber("MaxSeries") is not { } stated)
        {
            return null;
        }

        if (stated < 1)
        {
            context.Report(
                DeclarationDescriptors.UnfitBound,
                attribute.SpotOfNamed("MaxSeries", context.Cancellation),
                "MaxSeries",
                member.Name,
                "the maximum must be at least 1");
        }

        return stated;
    }

    private static ImmutableArray<ParsedLabel> LabelsOf(ISymbol member, ParsingContext context) =>
        member is IMethodSymbol method
            ? method.Parameters.SelectMany(parameter => ParameterParser.Parse(parameter, context)).ToImmutableArray()
            : ImmutableArray<ParsedLabel>.Empty;

    private static void CheckRepeats(
        ISymbol member, ImmutableArray<ParsedLabel> labels, GroupOptions options, string? stateLabel, ParsingContext context)
    {
        var owners = new Dictionary<string, string>();
        foreach (var constant in options.ConstantLabelNames)
        {
            owners[constant] = "a constant label of the group";
        }

        if (stateLabel is not null)
        {
            owners[stateLabel] = "the label of the states";
        }

        foreach (var label in labels)
        {
            if (!owners.TryGetValue(label.Name, out var owner))
            {
                owners.Add(label.Name, $"'{label.Symbol.Name}'");
                continue;
            }

            var place = label.Parameter is { } parameter ? parameter : label.Symbol;
            var location = SymbolEqualityComparer.Default.Equals(place, label.Symbol)
                && label.Symbol.FindAttribute(KnownNames.Label) is { ConstructorArguments.Length: > 0 } attribute
                    ? attribute.SpotOfPositional(0, context.Cancellation)
                    : Spots.OfName(place);
            context.Report(DeclarationDescriptors.RepeatedLabel, location, label.Name, member.Name, owner);
        }
    }

    private static bool CheckCount(MetricModel model, ISymbol member, ParsingContext context)
    {
        if (model.Series <= SeriesCount.Maximum && !model.Labels.Any(static label => label.Size == int.MaxValue))
        {
            return true;
        }

        context.Report(
            DeclarationDescriptors.TooManySeries,
            Spots.OfName(member),
            TypeText.Title(model.Type),
            model.Name,
            SeriesText.Of(model),
            SeriesText.Number(SeriesCount.Maximum));
        return false;
    }
}
