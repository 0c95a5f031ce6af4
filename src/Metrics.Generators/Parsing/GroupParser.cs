using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Turns a type with instrument members into a group, for the generator and for the analyzers.</summary>
internal static class GroupParser
{
    /// <summary>The group, or <see langword="null"/> where the type has no instrument member.</summary>
    public static ParsedGroup? Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var members = InstrumentMembers(type).ToImmutableArray();
        if (members.IsEmpty)
        {
            return null;
        }

        var context = new ParsingContext(compilation, cancellation);
        if (type.Name.Length == 0)
        {
            PlacementParser.ReportExtensionBlock(members, context);
            return new(type, ImmutableArray<ParsedMetric>.Empty, null, context.Problems);
        }

        var options = GroupOptions.Of(type, context);
        var metrics = ImmutableArray.CreateBuilder<ParsedMetric>(members.Length);
        foreach (var member in members)
        {
            cancellation.ThrowIfCancellationRequested();
            if (MetricParser.Parse(member, options, context) is { } metric)
            {
                metrics.Add(metric);
            }
        }

        var placement = PlacementParser.Check(type, members, context);
        var instance = placement.IsUsable && !members[0].IsStatic ? InstanceParser.Parse(type, context) : null;
        var model = placement.CanBeExtended ? Model(type, metrics, options, instance, placement.IsUsable) : null;
        return new(type, metrics.ToImmutable(), model, context.Problems);
    }

    /// <summary>The members that carry an instrument attribute and could be one, in the order of their declaration.</summary>
    public static IEnumerable<ISymbol> InstrumentMembers(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } or IPropertySymbol
                or IFieldSymbol { IsImplicitlyDeclared: false }
                && InstrumentKind.FirstOn(member) is not null)
            {
                yield return member;
            }
        }
    }

    private static GroupModel? Model(
        INamedTypeSymbol type,
        IReadOnlyList<ParsedMetric> metrics,
        GroupOptions options,
        InstanceModel? instance,
        bool isUsable)
    {
        var fields = new FieldNames(type, isStatic: instance is null);
        var accessors = new List<AccessorModel>();
        foreach (var metric in metrics)
        {
            if (metric.Accessor is { } accessor)
            {
                var isCounting = isUsable && accessor.Metric is not null;
                accessors.Add(isCounting
                    ? accessor with { Field = fields.For(metric.Member.Name) }
                    : new AccessorModel(accessor.Member, null, ""));
            }
        }

        var callbacks = metrics.Select(static metric => metric.Callback).OfType<CallbackModel>().Where(_ => isUsable).ToList();
        if (accessors.Count == 0 && callbacks.Count == 0)
        {
            return null;
        }

        return new(GroupNames.FullName(type), GroupNames.HintName(type), GroupNames.HolderName(type))
        {
            Namespace = GroupNames.Namespace(type),
            Types = new(GroupNames.Heads(type)),
            ConstantLabels = options.ConstantLabels,
            Owner = options.Owner,
            Instance = instance,
            Accessors = new(accessors),
            Callbacks = new(callbacks),
            SuppressedWarnings = new(WarningsOf(metrics)),
        };
    }

    /// <summary>What the types in the signatures and in the label sets are said to be: obsolete, experimental.</summary>
    private static IEnumerable<string> WarningsOf(IEnumerable<ParsedMetric> metrics) => metrics
        .SelectMany(static metric => metric.Labels
            .SelectMany(static label => new[] { label.Symbol, label.Type, label.Parameter?.Type })
            .Append(StateParser.EnumOf(metric.Member))
            .Append(metric.Kind.IsObservable ? metric.Member : null))
        .SelectMany(static symbol => symbol is null ? [] : CompilerWarnings.Of(symbol))
        .Distinct()
        .OrderBy(static id => id, System.StringComparer.Ordinal);
}
