using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// The source's form of a body, which needs no graph: whatever order things happen in and whatever conditions prove.
internal sealed partial class ValueJudge
{
    /// <summary>
    /// Whether nothing without bound reaches a use even if every definition of every variable does, so that there is nothing to
    /// report. <see langword="false"/> says nothing.
    /// </summary>
    /// <param name="source">The body in the form of its source.</param>
    /// <param name="operation">The value.</param>
    /// <param name="part">The part of it that is used.</param>
    public bool IsHarmless(FunctionBody source, IOperation operation, Projection? part)
    {
        _isCut = false;
        var judgement = JudgeUse(source, operation, part);
        return !source.IsGraphNeeded && !_isCut && !judgement.IsUnbounded && judgement.Names.IsEmpty;
    }

    private Judgement ReadInSource(FunctionBody body, Variable variable, Projection? part)
    {
        // What a nested function is passed depends on where it goes.
        if (variable.Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } })
        {
            body.NeedGraph();
            return Judgement.Unknown;
        }

        return JoinDefinitions(body, variable, part).Join(JudgeStart(body, variable, part));
    }

    /// <summary>Expressions that a graph takes apart into branches; <see langword="null"/> for any other.</summary>
    private Judgement? JudgeBranches(FunctionBody body, IOperation operation, Projection? part)
    {
        switch (operation)
        {
            case IConditionalOperation { WhenFalse: { } whenFalse } choice:
                return Judge(body, choice.WhenTrue, part).Join(Judge(body, whenFalse, part));
            case ICoalesceOperation coalesce:
                return Judge(body, coalesce.Value, part).Join(Judge(body, coalesce.WhenNull, part));
            case ISwitchExpressionOperation choice:
                var result = Judgement.Bounded;
                foreach (var arm in choice.Arms)
                {
                    result = result.Join(Judge(body, arm.Value, part));
                }

                return result;
            case IConditionalAccessOperation access:
                return Judge(body, access.WhenNotNull, part);
            case IConditionalAccessInstanceOperation instance when ConditionalAccess.ReceiverOf(instance) is { } receiver:
                return Judge(body, receiver, part);
            default:
                return null;
        }
    }
}
