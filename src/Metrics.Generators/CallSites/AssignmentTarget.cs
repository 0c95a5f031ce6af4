using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.CallSites;

/// <summary>What an assignment of a graph assigns.</summary>
internal static class AssignmentTarget
{
    /// <summary>The target as the source has it: where the value branches, a graph keeps the target in a temporary.</summary>
    public static IOperation Of(FunctionBody body, IOperation target)
    {
        if (target is IConditionalAccessInstanceOperation)
        {
            body.NeedGraph();
        }

        if (target is not IFlowCaptureReferenceOperation)
        {
            return target;
        }

        var seen = new HashSet<CaptureId>();
        while (target is IFlowCaptureReferenceOperation capture
            && seen.Add(capture.Id)
            && body.DefinitionsOf(new Variable(capture.Id)) is { Count: > 0 } definitions)
        {
            target = definitions[0].Source;
        }

        return target;
    }
}
