using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// Checks by methods of the project: what their outcome proves about an argument.
internal sealed partial class ValueJudge
{
    private const int MaximumPredicates = 8;

    private int _predicates;

    /// <summary>
    /// What it says of the parameter that the method came out as it did: on each way to that outcome the parameter must
    /// have been checked.
    /// </summary>
    private Judgement? Proves(FunctionBody body, IInvocationOperation call, IParameterSymbol parameter, bool outcome)
    {
        var method = call.TargetMethod;
        if (method.ReturnType.SpecialType != SpecialType.System_Boolean || _predicates >= MaximumPredicates
            || !(method.MethodKind == MethodKind.LocalFunction || _program.IsSource(method.OriginalDefinition))
            || _program.BodyOf(method) is not { Function: { } function } callee || parameter.Ordinal >= function.Parameters.Length)
        {
            return null;
        }

        _predicates++;
        try
        {
            var variable = new Variable(function.Parameters[parameter.Ordinal]);
            if (callee.DefinitionsOf(variable).Count > 0 || callee.Returned.IsEmpty)
            {
                return null;
            }

            var result = Judgement.Bounded;
            foreach (var value in callee.Returned)
            {
                if (Proven(callee, value, EndOf(callee, value), variable, outcome) is not { } proven)
                {
                    return null;
                }

                result = result.Join(proven.Inputs.IsEmpty ? proven : Judgement.Unknown);
            }

            return result;
        }
        finally
        {
            _predicates--;
        }
    }

    private Judgement? Proven(FunctionBody callee, IOperation value, Position at, Variable parameter, bool outcome)
    {
        if (value.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return constant == outcome ? CheckedBefore(callee, at, parameter) : Judgement.Bounded;
        }

        if (_guards.Proven(callee, value, outcome, ImmutableArray.Create(AccessPath.Of(parameter))) is { } direct)
        {
            return direct;
        }

        switch (value)
        {
            case IConversionOperation conversion:
                return Proven(callee, conversion.Operand, at, parameter, outcome);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Proven(callee, not.Operand, at, parameter, !outcome);
            case IFlowCaptureReferenceOperation capture when callee.DefinitionsOf(new Variable(capture.Id)) is { Count: > 0 } definitions:
                var result = Judgement.Bounded;
                foreach (var definition in definitions)
                {
                    if (Proven(callee, definition.Source, definition.Position, parameter, outcome) is not { } proven)
                    {
                        return null;
                    }

                    result = result.Join(proven);
                }

                return result;
            default:
                return CheckedBefore(callee, at, parameter);
        }
    }

    /// <summary>What the conditions on all ways to a point have proven, or <see langword="null"/>.</summary>
    private Judgement? CheckedBefore(FunctionBody callee, Position at, Variable parameter)
    {
        var isReached = false;
        var proven = new Flow(callee, parameter, ImmutableArray.Create(AccessPath.Of(parameter)), _guards).Trace(
            at,
            _ => Judgement.Unknown,
            () =>
            {
                isReached = true;
                return Judgement.Unknown;
            });
        return isReached ? null : proven;
    }

    private static Position EndOf(FunctionBody body, IOperation value) => body.PositionOf(value);
}
