using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.CallSites;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>
/// Finds where values are given to open labels: arguments of accessors and of label sets' constructors, and what
/// initializers, <c>with</c> and assignments put into label sets.
/// </summary>
internal sealed class LabelUseFinder(OpenLabels labels) : ILabelUseFinder
{
    /// <inheritdoc/>
    public bool MayUse(IOperation operation) => operation switch
    {
        IInvocationOperation call => labels.HasAny(call.TargetMethod),
        IObjectCreationOperation { Constructor: { } constructor } => labels.HasAny(constructor),
        IDeconstructionAssignmentOperation { Target: ITupleOperation target } => target.Elements.Any(IsLabel),
        IAssignmentOperation assignment => IsLabel(assignment.Target),
        _ => false,
    };

    /// <inheritdoc/>
    public IEnumerable<LabelUse> In(FunctionBody body, IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call when labels.HasAny(call.TargetMethod):
                return Arguments(call.Arguments);
            case IObjectCreationOperation { Constructor: { } constructor } creation when labels.HasAny(constructor):
                return Arguments(creation.Arguments);
            case ISimpleAssignmentOperation assignment:
                return Assigned(AssignmentTarget.Of(body, assignment.Target), assignment.Value, assignment.Syntax);
            case ICompoundAssignmentOperation assignment:
                return Assigned(AssignmentTarget.Of(body, assignment.Target), assignment, assignment.Syntax);
            case IDeconstructionAssignmentOperation { Target: ITupleOperation target } deconstruction:
                return Deconstructed(target, deconstruction.Value);
            default:
                return [];
        }
    }

    private bool IsLabel(IOperation target) => target is IMemberReferenceOperation member && labels.OfMember(member.Member) is not null;

    private IEnumerable<LabelUse> Arguments(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } && labels.Of(parameter) is { } label)
            {
                yield return new(label, argument.Value, ValueLocation.Of(argument.Value, argument.Syntax));
            }
        }
    }

    private IEnumerable<LabelUse> Assigned(IOperation target, IOperation value, SyntaxNode at) =>
        target is IMemberReferenceOperation member && labels.OfMember(member.Member) is { } label
            ? [new(label, value, ValueLocation.Of(value, at))]
            : [];

    /// <summary>Tuple literals are matched by element; what another tuple holds is not followed into a label.</summary>
    private IEnumerable<LabelUse> Deconstructed(ITupleOperation target, IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value is not ITupleOperation tuple || tuple.Elements.Length != target.Elements.Length
            ? []
            : target.Elements.Zip(tuple.Elements, (part, given) => Assigned(part, given, given.Syntax)).SelectMany(static uses => uses);
    }
}
