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
    private Judgement? Proves(FunctionBody body, IInvocationOperation call, IParameterSymbol parameter, bool outcome) =>
        call.TargetMethod.ReturnType.SpecialType == SpecialType.System_Boolean && CheckOf(body, call) is { } check
            ? ProvesOf(check, parameter.Ordinal, null, outcome)
            : null;

    private FunctionBody? CheckOf(FunctionBody body, IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return method.MethodKind == MethodKind.DelegateInvoke ? call.Instance is { } function ? FunctionOf(body, function) : null
            : method.MethodKind == MethodKind.LocalFunction || _program.IsSource(method.OriginalDefinition) ? _program.BodyOf(method)
            : null;
    }

    /// <summary>What an outcome of a function proves about a part of one of its parameters.</summary>
    private Judgement? ProvesOf(FunctionBody check, int ordinal, Projection? part, bool outcome)
    {
        if (check.Function is not { } function || ordinal >= function.Parameters.Length
            || AccessPath.Of(function.Parameters[ordinal], part) is not { Root: { } root } path || check.DefinitionsOf(root).Count > 0)
        {
            return null;
        }

        return ProvesOf(check, ImmutableArray.Create(path), outcome)?.Substitute(input =>
            check.Parent is not null && !(input.Parameter is { } own && IsSame(SourceMethods.OwnerOf(own), SourceMethods.Canonical(function))) ? null : Judgement.Unknown);
    }

    /// <summary>What it proves about the paths that a function has an outcome for some element of a collection.</summary>
    private Judgement? ProvesAny(FunctionBody body, IOperation function, bool outcome, ImmutableArray<AccessPath> paths) =>
        FunctionOf(body, function) is { } check ? ProvesOf(check, paths, outcome) : null;

    private Judgement? ProvesOf(FunctionBody check, ImmutableArray<AccessPath> paths, bool outcome)
    {
        if (_predicates >= MaximumPredicates || check.Returned.IsEmpty)
        {
            return null;
        }

        _predicates++;
        try
        {
            var result = Judgement.Bounded;
            foreach (var value in check.Returned)
            {
                if (Proven(check, value, check.PositionOf(value), paths, outcome) is not { } proven)
                {
                    return null;
                }

                result = result.Join(proven);
            }

            return result;
        }
        finally
        {
            _predicates--;
        }
    }

    private Judgement? Proven(FunctionBody check, IOperation value, Position at, ImmutableArray<AccessPath> paths, bool outcome)
    {
        if (value.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return constant == outcome ? CheckedBefore(check, at, paths) : Judgement.Bounded;
        }

        if (_guards.Proven(check, value, outcome, paths) is { } direct)
        {
            return direct;
        }

        switch (value)
        {
            case IConversionOperation conversion:
                return Proven(check, conversion.Operand, at, paths, outcome);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Proven(check, not.Operand, at, paths, !outcome);
            case IFlowCaptureReferenceOperation capture when check.DefinitionsOf(new Variable(capture.Id)) is { Count: > 0 } definitions:
                var result = Judgement.Bounded;
                foreach (var definition in definitions)
                {
                    if (Proven(check, definition.Source, definition.Position, paths, outcome) is not { } proven)
                    {
                        return null;
                    }

                    result = result.Join(proven);
                }

                return result;
            default:
                return CheckedBefore(check, at, paths);
        }
    }

    /// <summary>What the conditions on all ways to a point have proven, or <see langword="null"/>.</summary>
    private Judgement? CheckedBefore(FunctionBody check, Position at, ImmutableArray<AccessPath> paths)
    {
        var isReached = false;
        var proven = new Flow(check, paths[0].Root, paths, _guards).Trace(
            at,
            _ => Judgement.Unknown,
            () =>
            {
                isReached = true;
                return Judgement.Unknown;
            });
        return isReached ? null : proven;
    }

    /// <summary>
    /// What is left of the elements that a method of the framework picks: the condition that they are picked by may prove
    /// them bounded.
    /// </summary>
    private Judgement Picked(FunctionBody body, IInvocationOperation call, Judgement elements, Projection? part)
    {
        if (elements.IsBounded || !Predicates.IsFilter(call.TargetMethod) || Predicates.Of(call) is not { } predicate)
        {
            return elements;
        }

        return ProvenFor(body, predicate, part) is not { } proven ? elements
            : call.Arguments[call.Arguments.Length - 1] is { Parameter.Name: "defaultValue", Value: var fallback } ? proven.Join(JudgeText(body, fallback, part))
            : proven;
    }

    private Judgement? ProvenFor(FunctionBody body, IOperation predicate, Projection? part)
    {
        if (FunctionOf(body, predicate) is { } check)
        {
            return ProvesOf(check, 0, part, outcome: true);
        }

        // Where(Known.Contains)
        return part is null && Target(predicate) is IMethodReferenceOperation { Method.Name: "Contains" or "ContainsKey", Instance: { Type.SpecialType: not SpecialType.System_String } known }
            && Judge(body, known, TypeFlow.IsKeyed(known.Type) ? Projection.Key : null) is { IsUnbounded: false } elements
            ? elements
            : null;
    }

    private static IOperation Target(IOperation function) => function switch
    {
        IConversionOperation conversion => Target(conversion.Operand),
        IDelegateCreationOperation creation => Target(creation.Target),
        _ => function,
    };

    /// <summary>The one function that a delegate is: a lambda, a method, what a settled field holds.</summary>
    private FunctionBody? FunctionOf(FunctionBody body, IOperation function) =>
        FindDelegate(body, function) ?? Target(function) switch
        {
            IMethodReferenceOperation { Method: var method } when _program.IsSource(method.OriginalDefinition) && _program.ImplementationsOf(method).Length == 1 =>
                _program.BodyOf(method),
            IFieldReferenceOperation or IPropertyReferenceOperation
                when Target(function) is IMemberReferenceOperation { Member: var member } && _program.IsSource(member.OriginalDefinition)
                    && _program.IsSettled(member) && _program.WritesOf(member).IsEmpty && _program.InitializerOf(member) is { } initial =>
                FunctionOf(initial.Body, initial.Value),
            _ => null,
        };
}
