using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Whether an object stays with the local variable that it is made for.</summary>
internal static class Confinement
{
    /// <summary>Whether the local only ever holds new objects, and only members of them are read and written.</summary>
    public static bool Of(FunctionBody root, ILocalSymbol local)
    {
        if (!root.IsGraph)
        {
            root.NeedGraph();
            return false;
        }

        var variable = new Variable(local);
        foreach (var body in root.WithNested())
        {
            foreach (var definition in body.DefinitionsOf(variable))
            {
                if (definition.Kind != DefinitionKind.Member && !IsNew(body, definition.Source))
                {
                    return false;
                }
            }

            foreach (var block in body.Graph.Blocks)
            {
                foreach (var operation in body.OperationsOf(block))
                {
                    if (operation is ILocalReferenceOperation mention && new Variable(mention.Local).Equals(variable) && !IsMemberUse(mention))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    private static bool IsNew(FunctionBody body, IOperation source) => source switch
    {
        IObjectCreationOperation => true,
        IConversionOperation conversion => IsNew(body, conversion.Operand),
        IFlowCaptureReferenceOperation capture =>
            AccessPath.FirstSource(body, new Variable(capture.Id)) is IObjectCreationOperation or IInvocationOperation { TargetMethod.Name: WellKnown.Clone },
        _ => false,
    };

    private static bool IsMemberUse(ILocalReferenceOperation mention) => mention.Parent switch
    {
        IFieldReferenceOperation or IPropertyReferenceOperation => true,
        ISimpleAssignmentOperation assignment => assignment.Target == mention,
        _ => false,
    };
}
