using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.Cardinality;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.CallSites;

/// <summary>
/// Finds tags and names of <c>System.Diagnostics.Metrics</c>: what instruments, measurements, meters and their factories
/// are given. Pairs and tag lists that no instrument gets are none of its concern.
/// </summary>
internal sealed class MeterLabelFinder(ForeignUses uses, InstrumentNames names) : ILabelUseFinder
{
    /// <summary>The type whose presence makes this finder worth running.</summary>
    public const string MarkerType = "System.Diagnostics.Metrics.Meter";

    private const string Meter = "meter";

    /// <inheritdoc/>
    public bool MayUse(IOperation operation) => operation switch
    {
        IInvocationOperation call => IsRecording(call.TargetMethod) || IsCreating(call.TargetMethod) || HttpEnrichment.IsAdding(call),
        IObjectCreationOperation { Constructor: { } constructor } =>
            constructor.ContainingType.Name is "Measurement" or "Meter" or "MeterOptions" && IsMetrics(constructor.ContainingType),
        _ => false,
    };

    /// <inheritdoc/>
    public IEnumerable<LabelUse> In(FunctionBody body, IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call when IsRecording(call.TargetMethod):
                return Tags(body, call.Arguments, names.Of(body, call.Instance).Quoted);
            case IInvocationOperation call when IsCreating(call.TargetMethod):
                return Created(body, call.Arguments, WhatIsCreated(call.TargetMethod.Name));
            case IInvocationOperation call when HttpEnrichment.IsAdding(call):
                return HttpEnrichment.Uses(body, call, uses);
            case IObjectCreationOperation creation when MayUse(creation):
                return creation.Type!.Name == "Measurement"
                    ? Tags(body, creation.Arguments, "a measurement")
                    : Created(body, creation.Arguments, Meter);
            case ISimpleAssignmentOperation assignment when AssignmentTarget.Of(body, assignment.Target) is IPropertyReferenceOperation target
                && target.Property.ContainingType.Name == "MeterOptions" && IsMetrics(target.Property.ContainingType):
                return Assigned(body, target.Property.Name, assignment);
            default:
                return [];
        }
    }

    private static bool IsRecording(IMethodSymbol method) =>
        method.Name is "Add" or "Record" or "RecordMeasurement" && !method.IsStatic && IsMetrics(method.ContainingType);

    private static bool IsCreating(IMethodSymbol method) =>
        method.Name.StartsWith("Create", System.StringComparison.Ordinal)
        && method.ContainingType is { Name: "Meter" or "IMeterFactory" or "MeterFactoryExtensions" } type
        && IsMetrics(type);

    private static bool IsMetrics(INamedTypeSymbol type) =>
        type.ContainingNamespace is
        {
            Name: "Metrics",
            ContainingNamespace: { Name: "Diagnostics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
        };

    /// <summary><c>CreateObservableUpDownCounter</c> makes an up-down counter.</summary>
    private static string WhatIsCreated(string method) => method.Length == "Create".Length ? Meter
        : method.EndsWith("UpDownCounter", System.StringComparison.Ordinal) ? "counter"
        : method.Substring("Create".Length).Replace("Observable", "").ToLowerInvariant();

    private IEnumerable<LabelUse> Tags(FunctionBody body, ImmutableArray<IArgumentOperation> arguments, string owner) => arguments
        .Where(static argument => argument.Parameter is { Ordinal: > 0 })
        .SelectMany(argument => uses.OfPairs(body, argument, key => ForeignLabel.Tag(key, owner)));

    private IEnumerable<LabelUse> Created(FunctionBody body, ImmutableArray<IArgumentOperation> arguments, string what)
    {
        var name = arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "name");
        var owner = name?.Value.ConstantValue.Value is string text ? $"'{text}'" : $"a {what}";
        foreach (var argument in arguments.Where(static argument => argument.ArgumentKind != ArgumentKind.DefaultValue))
        {
            switch (argument.Parameter?.Name)
            {
                case "name":
                    yield return new(ForeignLabel.NameOf(what), argument.Value, ValueLocation.Of(argument.Value, argument.Syntax));
                    break;
                case "tags":
                    foreach (var use in uses.OfPairs(body, argument, key => ForeignLabel.Tag(key, owner)))
                    {
                        yield return use;
                    }

                    break;
            }
        }
    }

    private IEnumerable<LabelUse> Assigned(FunctionBody body, string property, ISimpleAssignmentOperation assignment) => property switch
    {
        "Name" => [new(ForeignLabel.NameOf(Meter), assignment.Value, ValueLocation.Of(assignment.Value, assignment.Syntax))],
        "Tags" => uses.OfPairs(body, assignment.Value, assignment.Syntax, static key => ForeignLabel.Tag(key, $"a {Meter}")),
        _ => [],
    };
}
