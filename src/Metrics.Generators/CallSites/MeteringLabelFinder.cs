using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.Cardinality;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.CallSites;

/// <summary>Finds the tags that the instruments of Microsoft's metering generator are given, singly or as an object.</summary>
internal sealed class MeteringLabelFinder(Meterings meterings) : ILabelUseFinder
{
    /// <inheritdoc/>
    public bool MayUse(IOperation operation) => operation is IInvocationOperation call && MeteringOf(call) is not null;

    /// <inheritdoc/>
    public IEnumerable<LabelUse> In(FunctionBody body, IOperation operation)
    {
        if (operation is not IInvocationOperation call || MeteringOf(call) is not { } metering)
        {
            return [];
        }

        var owner = $"'{metering.Name}'";
        var tags = call.Arguments.Where(static argument => argument is { Parameter.Ordinal: > 0, ArgumentKind: not ArgumentKind.DefaultValue });
        return metering.TagObject is { } type
            ? tags.SelectMany(argument => TagObject.Uses(body, argument, type, owner))
            : tags.Select(argument => new LabelUse(
                ForeignLabel.Named(NameOf(argument.Parameter!, metering), owner),
                argument.Value,
                ValueLocation.Of(argument.Value, argument.Syntax)));
    }

    private Metering? MeteringOf(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Add" or "Record", IsStatic: false, Parameters.Length: > 1 } method
        && !ValueTypes.IsFramework(method)
            ? meterings.Of(method.ContainingType)
            : null;

    private static string NameOf(IParameterSymbol parameter, Metering metering) =>
        parameter.Ordinal <= metering.Tags.Count && metering.Tags[parameter.Ordinal - 1].Length > 0
            ? metering.Tags[parameter.Ordinal - 1]
            : parameter.Name;
}
