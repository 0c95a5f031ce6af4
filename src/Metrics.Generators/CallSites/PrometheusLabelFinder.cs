using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.Cardinality;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.CallSites;

/// <summary>
/// Finds label values and names of prometheus-net and prom-client: <c>WithLabels</c>, leases of managed lifetimes, static
/// labels, and the factories.
/// </summary>
internal sealed class PrometheusLabelFinder(ForeignUses uses, InstrumentNames names) : ILabelUseFinder
{
    /// <summary>Types of which one makes this finder worth running: of prometheus-net, then of prom-client.</summary>
    public static IReadOnlyList<string> MarkerTypes { get; } =
    [
        "Prometheus.Metrics", "Prometheus.IMetricFactory", "Prometheus.ICollector`1", "Prometheus.Collector`1", "Prometheus.Counter", "Prometheus.ICounter",
        "Prometheus.Client.IMetricFactory", "Prometheus.Client.MetricFactory", "Prometheus.Client.IMetricFamily`1", "Prometheus.Client.Metrics",
        "Prometheus.Client.Abstractions.IMetricFamily`1", "Prometheus.Client.ICounter",
    ];

    /// <inheritdoc/>
    public bool MayUse(IOperation operation) => operation switch
    {
        IInvocationOperation call => (IsLabelling(call.TargetMethod) || IsCreating(call.TargetMethod)) && IsPrometheus(call.TargetMethod.ContainingType),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } => IsStaticLabels(target)
            || (target.Property.IsIndexer && target.Instance is IPropertyReferenceOperation owner && IsStaticLabels(owner)),
        IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation member } => IsStaticLabels(member),
        _ => false,
    };

    /// <inheritdoc/>
    public IEnumerable<LabelUse> In(FunctionBody body, IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call when MayUse(call):
                return IsCreating(call.TargetMethod) ? Named(call) : Labelled(body, call);
            case ISimpleAssignmentOperation assignment when AssignmentTarget.Of(body, assignment.Target) is IPropertyReferenceOperation target:
                return Assigned(body, target, assignment);
            default:
                return [];
        }
    }

    private static bool IsLabelling(IMethodSymbol method) => method.Name is
        "WithLabels" or "Labels" or "AcquireLease" or "AcquireRefLease" or "WithLease" or "WithLeaseAsync" or "SetStaticLabels";

    private static bool IsCreating(IMethodSymbol method) => method.Name is
        "CreateCounter" or "CreateCounterInt64" or "CreateGauge" or "CreateGaugeInt64" or "CreateHistogram" or "CreateSummary" or "CreateUntyped";

    private static bool IsPrometheus(INamedTypeSymbol? type)
    {
        var space = type?.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == "Prometheus";
    }

    private static bool IsStaticLabels(IPropertyReferenceOperation property) =>
        property.Property.Name == "StaticLabels" && IsPrometheus(property.Property.ContainingType);

    private static OpenLabel StaticLabel(IOperation? key) =>
        ForeignLabel.Named(key?.ConstantValue.Value as string ?? "StaticLabels", "all series of their metrics");

    private static IEnumerable<LabelUse> Named(IInvocationOperation call) => call.Arguments
        .Where(static argument => argument.Parameter is { Name: "name", Type.SpecialType: SpecialType.System_String })
        .Select(argument => new LabelUse(
            ForeignLabel.NameOf(call.TargetMethod.Name.Substring("Create".Length).Replace("Int64", "").ToLowerInvariant()),
            argument.Value,
            ValueLocation.Of(argument.Value, argument.Syntax)));

    /// <summary>The property itself is assigned, or an entry of what it holds.</summary>
    private IEnumerable<LabelUse> Assigned(FunctionBody body, IPropertyReferenceOperation target, ISimpleAssignmentOperation assignment) =>
        IsStaticLabels(target) ? uses.OfPairs(body, assignment.Value, assignment.Syntax, StaticLabel)
        : target is { Arguments.Length: 1, Instance: { } instance }
            && AssignmentTarget.Of(body, instance) is IPropertyReferenceOperation owner && IsStaticLabels(owner)
            ? [new(StaticLabel(target.Arguments[0].Value), assignment.Value, ValueLocation.Of(assignment.Value, assignment.Syntax))]
        : [];

    private IEnumerable<LabelUse> Labelled(FunctionBody body, IInvocationOperation call)
    {
        // An extension method's first argument is what it is called on.
        var receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod && !call.Arguments.IsEmpty ? call.Arguments[0].Value : null);
        foreach (var argument in call.Arguments.Where(argument => argument.Value != receiver && IsForLabels(argument.Parameter)))
        {
            if (ContentTypes.Holds(argument.Parameter?.Type, ContentKind.Pairs))
            {
                foreach (var use in uses.OfPairs(body, argument, StaticLabel))
                {
                    yield return use;
                }
            }
            else if (ContentTypes.Holds(argument.Parameter?.Type, ContentKind.Texts))
            {
                var instrument = names.Of(body, receiver);
                foreach (var use in ForeignUses.OfTexts(body, argument, ordinal => LabelAt(ordinal, call.TargetMethod.Name, instrument)))
                {
                    yield return use;
                }
            }
        }
    }

    // A lease's action and what is handed on to it are none.
    private static bool IsForLabels(IParameterSymbol? parameter) =>
        parameter?.Name.StartsWith("label", StringComparison.OrdinalIgnoreCase) == true
        || parameter?.ContainingSymbol.Name.Contains("Lease") == false;

    private static OpenLabel LabelAt(int? ordinal, string method, Instrument instrument) =>
        ordinal is not { } place ? ForeignLabel.Unplaced(method, instrument.Quoted)
        : place < instrument.Labels.Count && instrument.Labels[place].Length > 0 ? ForeignLabel.Named(instrument.Labels[place], instrument.Quoted)
        : ForeignLabel.Placed(place, method, instrument.Quoted);
}
