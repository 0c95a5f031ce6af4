using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// What a condition proves about a value: equal to a constant, matched by a pattern of constants, found in a
/// collection. Length checks, prefixes and regular expressions prove nothing.
/// </summary>
/// <param name="judge">Judges the other side of a comparison.</param>
/// <param name="proves">Judges what an outcome of a method proves about one of its parameters.</param>
/// <param name="found">Judges what it proves about the paths that a function had an outcome for some element.</param>
internal sealed class Guards(
    Func<FunctionBody, IOperation, Projection?, Judgement> judge,
    Func<FunctionBody, IInvocationOperation, IParameterSymbol, bool, Judgement?> proves,
    Func<FunctionBody, IOperation, bool, ImmutableArray<AccessPath>, Judgement?> found)
{
    /// <summary>Conditions in conditions before the rest proves nothing.</summary>
    private const int MaximumMerged = 6;

    // What conditions put together from others prove of one set of paths: a walk asks again at each branch.
    private readonly Dictionary<(FunctionBody Body, Variable Condition, bool Outcome), Judgement?> _merged = [];
    private ImmutableArray<AccessPath> _mergedAbout;
    private int _merging;

    /// <summary>The judgement of a value where the condition has the outcome; <see langword="null"/> where it says nothing.</summary>
    /// <param name="body">The body that the condition stands in.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="outcome">What the condition came out as.</param>
    /// <param name="paths">The paths that hold the value.</param>
    public Judgement? Proven(FunctionBody body, IOperation condition, bool outcome, ImmutableArray<AccessPath> paths)
    {
        if (paths.IsEmpty)
        {
            return null;
        }

        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Proven(body, not.Operand, !outcome, paths);
            case IConversionOperation conversion:
                return Proven(body, conversion.Operand, outcome, paths);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } same when Truth(same) is (var tested, var truth):
                return Proven(body, tested, truth == (outcome == (same.OperatorKind == BinaryOperatorKind.Equals)), paths);
            case ILocalReferenceOperation local when body.DefinitionsOf(new Variable(local.Local)).Count > 1:
                return Merged(body, new Variable(local.Local), outcome, paths);
            case IFlowCaptureReferenceOperation capture:
                return Merged(body, new Variable(capture.Id), outcome, paths);
            case ILocalReferenceOperation local when AccessPath.OnlySource(body, new Variable(local.Local)) is { } source:
                return Proven(body, source, outcome, paths);
            case IIsNullOperation isNull when outcome && IsAbout(body, isNull.Operand, paths):
                return Judgement.Bounded;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal when outcome:
                return Compared(body, equal.LeftOperand, equal.RightOperand, paths);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } different when !outcome:
                return Compared(body, different.LeftOperand, different.RightOperand, paths);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThanOrEqual } found when outcome && IsZero(found.RightOperand):
                return IndexOf(body, found.LeftOperand, paths);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan } found when outcome && IsMinusOne(found.RightOperand):
                return IndexOf(body, found.LeftOperand, paths);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan } found when !outcome && IsZero(found.RightOperand):
                return IndexOf(body, found.LeftOperand, paths);
            case IIsPatternOperation test when new Patterns(body, paths).Bounds(test.Pattern, test.Value, outcome):
                return Judgement.Bounded;
            case IInvocationOperation call when Own(body, call, outcome, paths) is { } proven:
                return proven;
            case IInvocationOperation { TargetMethod.Name: "Any" or "Exists" or "All" or "TrueForAll" } call when Predicates.Of(call) is { } predicate:
                return outcome == (call.TargetMethod.Name is "Any" or "Exists") ? found(body, predicate, outcome, paths) : null;
            case IInvocationOperation call when outcome:
                return Called(body, call, paths);
            default:
                return null;
        }
    }

    /// <summary>A comparison with <c>true</c> or <c>false</c>.</summary>
    private static (IOperation Tested, bool Truth)? Truth(IBinaryOperation same) =>
        Constant(same.RightOperand) is { } right ? (same.LeftOperand, right)
        : Constant(same.LeftOperand) is { } left ? (same.RightOperand, left)
        : null;

    private static bool? Constant(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: bool truth } } => truth,
        IConversionOperation conversion => Constant(conversion.Operand),
        _ => null,
    };

    /// <summary>A condition put together from others: each way to the outcome must prove something.</summary>
    private Judgement? Merged(FunctionBody body, Variable condition, bool outcome, ImmutableArray<AccessPath> paths)
    {
        if (_mergedAbout != paths)
        {
            _merged.Clear();
            _mergedAbout = paths;
        }

        var question = (body, condition, outcome);
        if (_merged.TryGetValue(question, out var known))
        {
            return known;
        }

        // A condition that depends on itself proves nothing.
        _merged[question] = null;
        var proven = FindMerged(body, condition, outcome, paths);
        if (_mergedAbout == paths)
        {
            _merged[question] = proven;
        }

        return proven;
    }

    private Judgement? FindMerged(FunctionBody body, Variable condition, bool outcome, ImmutableArray<AccessPath> paths)
    {
        var result = Judgement.Bounded;
        var isProven = false;
        foreach (var definition in body.DefinitionsOf(condition))
        {
            if (definition is not { Kind: DefinitionKind.Value, Part: null } || _merging >= MaximumMerged)
            {
                return null;
            }

            if (Constant(definition.Source) is { } constant ? constant != outcome : definition.Source is IDefaultValueOperation)
            {
                continue;
            }

            _merging++;
            var proven = Constant(definition.Source) is null
                ? Proven(body, definition.Source, outcome, paths) ?? ProvenBefore(body, definition.Position, paths)
                : ProvenBefore(body, definition.Position, paths);
            _merging--;
            if (proven is null)
            {
                return null;
            }

            isProven = true;
            result = result.Join(proven);
        }

        return isProven ? result : null;
    }

    private Judgement? ProvenBefore(FunctionBody body, Position position, ImmutableArray<AccessPath> paths)
    {
        var flow = new Flow(body, paths[0].Root, paths, this);
        var proven = flow.Trace(position, _ => Reach(), Reach);
        return flow.IsStopped ? null : proven;

        // One way without a proof is enough.
        Judgement Reach()
        {
            flow.Stop();
            return Judgement.Bounded;
        }
    }

    /// <summary>A check by a method of the project: the argument for which it proves something.</summary>
    private Judgement? Own(FunctionBody body, IInvocationOperation call, bool outcome, ImmutableArray<AccessPath> paths)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { RefKind: not RefKind.Out } parameter && IsAbout(body, argument.Value, paths)
                && proves(body, call, parameter, outcome) is { } proven)
            {
                return proven;
            }
        }

        return null;
    }

    private Judgement? Called(FunctionBody body, IInvocationOperation call, ImmutableArray<AccessPath> paths)
    {
        var name = call.TargetMethod.Name;
        var arguments = call.Arguments;
        switch (name)
        {
            case "IsNullOrEmpty" or "IsNullOrWhiteSpace" when arguments.Length == 1 && IsAbout(body, arguments[0].Value, paths):
                return Judgement.Bounded;
            case "IsDefined" when arguments.Length > 0 && IsAbout(body, arguments[arguments.Length - 1].Value, paths):
                return Judgement.Bounded;
            case "Equals" or "SequenceEqual" when arguments.Length > 1 && !ValueTypes.IsText(call.Instance?.Type):
                return Compared(body, arguments[0].Value, arguments[1].Value, paths);
            case "Equals" when call.Instance is { } left && arguments.Length > 0:
                return Compared(body, left, arguments[0].Value, paths);
            case "Contains" or "ContainsKey" or "TryGetValue" or "Exists" when call.Instance is { } collection && arguments.Length > 0:
                return collection.Type?.SpecialType == SpecialType.System_String ? null : Member(body, collection, arguments[0].Value, paths);
            case "Contains" when arguments.Length > 1:
                return Member(body, arguments[0].Value, arguments[1].Value, paths);
            default:
                return null;
        }
    }

    private Judgement? IndexOf(FunctionBody body, IOperation search, ImmutableArray<AccessPath> paths) =>
        search is IInvocationOperation { TargetMethod.Name: "IndexOf" or "BinarySearch" } call
            ? call.Instance is { Type.SpecialType: not SpecialType.System_String } list && call.Arguments.Length > 0
                ? Member(body, list, call.Arguments[0].Value, paths)
                : call.Instance is null && call.Arguments.Length > 1
                    ? Member(body, call.Arguments[0].Value, call.Arguments[1].Value, paths)
                    : null
            : null;

    private Judgement? Compared(FunctionBody body, IOperation left, IOperation right, ImmutableArray<AccessPath> paths) =>
        IsAbout(body, left, paths) ? UnlessUnbounded(judge(body, right, null))
        : IsAbout(body, right, paths) ? UnlessUnbounded(judge(body, left, null))
        : null;

    private Judgement? Member(FunctionBody body, IOperation collection, IOperation item, ImmutableArray<AccessPath> paths) =>
        IsAbout(body, item, paths) ? UnlessUnbounded(judge(body, collection, TypeFlow.IsKeyed(collection.Type) ? Projection.Key : null)) : null;

    private static Judgement? UnlessUnbounded(Judgement judgement) => judgement.IsUnbounded ? null : judgement;

    private static bool IsAbout(FunctionBody body, IOperation tested, ImmutableArray<AccessPath> paths) => AccessPath.IsAbout(body, tested, paths);

    private static bool IsZero(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: 0 };

    private static bool IsMinusOne(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: -1 };
}
