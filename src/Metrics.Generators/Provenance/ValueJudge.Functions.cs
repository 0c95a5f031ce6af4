using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// Delegates: what they return, and what they are called with.
internal sealed partial class ValueJudge
{
    private readonly HashSet<(FunctionBody Body, Variable Holder)> _holders = [];

    /// <summary>The lambda or local function that a delegate is, where there is only one that it can be.</summary>
    private static FunctionBody? FindDelegate(FunctionBody body, IOperation instance)
    {
        for (var hops = 0; hops < 10; hops++)
        {
            switch (instance)
            {
                case IConversionOperation conversion:
                    instance = conversion.Operand;
                    break;
                case IDelegateCreationOperation creation:
                    instance = creation.Target;
                    break;
                case IFlowAnonymousFunctionOperation lambda:
                    return body.Find(lambda.Symbol);
                case IMethodReferenceOperation reference:
                    return reference.Method.MethodKind == MethodKind.LocalFunction ? body.Find(reference.Method) : null;
                case ILocalReferenceOperation local when OnlyDefinition(body, new Variable(local.Local)) is { } definition:
                    instance = definition.Source;
                    break;
                case IFlowCaptureReferenceOperation capture when OnlyDefinition(body, new Variable(capture.Id)) is { } definition:
                    instance = definition.Source;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static Definition? OnlyDefinition(FunctionBody body, Variable variable)
    {
        Definition? only = null;
        foreach (var inner in body.Root.WithNested())
        {
            foreach (var definition in inner.DefinitionsOf(variable))
            {
                if (only is not null || definition.Kind != DefinitionKind.Value || definition.Part is not null)
                {
                    return null;
                }

                only = definition;
            }
        }

        return only;
    }

    /// <summary>A lambda, or a method that is mentioned: of interest is what it returns.</summary>
    private Judgement JudgeFunctionValue(FunctionBody body, IOperation function, Projection? part)
    {
        if (part is not { Kind: ProjectionKind.Result })
        {
            return part is null ? Judgement.Bounded : Judgement.Unknown;
        }

        // Where a function goes is told by the graph's operations.
        body.NeedGraph();
        switch (function)
        {
            case IFlowAnonymousFunctionOperation lambda when body.Find(lambda.Symbol) is { } callee:
                return WithPassed(body, function, lambda.Symbol, ReturnedBy(callee, part.Inner));
            case IMethodReferenceOperation { Method: var method } when method.MethodKind == MethodKind.LocalFunction || _program.IsSource(method.OriginalDefinition):
                var result = Judgement.Bounded;
                foreach (var implementation in _program.ImplementationsOf(method))
                {
                    result = result.Join(WithPassed(body, function, (IMethodSymbol)implementation, Returned((IMethodSymbol)implementation, part.Inner)));
                }

                return result;
            case IMethodReferenceOperation mention:
                return JudgeForeignFunction(body, mention, part.Inner);
            default:
                return Judgement.Unknown;
        }
    }

    private Judgement WithPassed(FunctionBody body, IOperation function, IMethodSymbol callee, Judgement returned) => returned.Substitute(input =>
        input.Parameter is { } parameter && IsSame(SourceMethods.OwnerOf(parameter), SourceMethods.Canonical(callee))
            ? PassedToDelegate(body, function, parameter.Ordinal, input.Part)
            : null);

    /// <summary><c>Select(Path.GetFileName)</c>: a framework's method as a delegate.</summary>
    private Judgement JudgeForeignFunction(FunctionBody body, IMethodReferenceOperation mention, Projection? part)
    {
        var known = ReadKnown(mention.Method, mention.Syntax.GetLocation());
        if (known is null && KnownTransfers.Members.TryGet(mention.Method, out _))
        {
            known = PassedToDelegate(body, mention, 0, null);
        }

        return known is null ? Judgement.Unknown : part is null ? known : ReadPart(known, part, mention.Syntax.GetLocation());
    }

    /// <summary>What a function is called with by whatever it is handed to.</summary>
    private Judgement PassedToDelegate(FunctionBody body, IOperation function, int ordinal, Projection? part)
    {
        var value = function;
        while (value.Parent is IDelegateCreationOperation or IConversionOperation && value.Parent is { } around)
        {
            value = around;
        }

        switch (value.Parent)
        {
            case IArgumentOperation argument:
                return PassedBy(body, argument, value, ordinal, part);
            case IFlowCaptureOperation capture:
                return PassedByHolders(body, new Variable(capture.Id), ordinal, part);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local }:
                return PassedByHolders(body, new Variable(local.Local), ordinal, part);
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation member }:
                return PassedByHolders(member.Member, ordinal, part);
            case IEventAssignmentOperation { EventReference: IMemberReferenceOperation member }:
                return PassedByHolders(member.Member, ordinal, part);
            default:
                return Judgement.Unknown;
        }
    }

    /// <summary>What a method that takes a delegate calls it with.</summary>
    private Judgement PassedBy(FunctionBody body, IArgumentOperation argument, IOperation function, int ordinal, Projection? part)
    {
        if (argument.Parameter is not { ContainingSymbol: IMethodSymbol method } parameter)
        {
            return Judgement.Unknown;
        }

        if (_program.IsSource(method.OriginalDefinition))
        {
            var result = Judgement.Bounded;
            foreach (var implementation in _program.ImplementationsOf(method))
            {
                var callee = (IMethodSymbol)implementation;
                result = result.Join(_program.BodyOf(callee) is { } called && parameter.Ordinal < called.Function?.Parameters.Length
                    ? PassedByHolders(called, new Variable(called.Function!.Parameters[parameter.Ordinal]), ordinal, part)
                    : Judgement.Unknown);
            }

            return result;
        }

        if (argument.Parent is IObjectCreationOperation { Constructor: { } constructor } creation)
        {
            return PassedState(body, constructor, creation.Arguments, parameter, ordinal, part);
        }

        if (argument.Parent is not IInvocationOperation call)
        {
            return Judgement.Unknown;
        }

        if (ParameterSources.OfHandler(call, function, ordinal) is { } origin)
        {
            return part is null ? Judgement.Of(origin) : ReadPart(Judgement.Of(origin), part, origin.Location);
        }

        var invoke = TypeFlow.InvokeOf(parameter.OriginalDefinition.Type);
        if (invoke is null || ordinal >= invoke.Parameters.Length)
        {
            return Judgement.Unknown;
        }

        if (JudgeByTypes(body, invoke.Parameters[ordinal].Type, call.TargetMethod, call.Instance, call.Arguments, part) is { } typed)
        {
            return typed;
        }

        // A replacement in a text gets parts of it.
        return invoke.ContainingType.Name == "MatchEvaluator" ? Arguments(body, call).Join(call.Instance is { } regex ? Judge(body, regex) : Judgement.Bounded)
            : PassedState(body, call.TargetMethod, call.Arguments, parameter, ordinal, part);
    }

    /// <summary>The object that timers, queues of work and the like are given to hand to what they call.</summary>
    private Judgement PassedState(
        FunctionBody body, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IParameterSymbol function, int ordinal, Projection? part)
    {
        if (ValueTypes.IsFramework(method) && TypeFlow.InvokeOf(function.OriginalDefinition.Type) is { } invoke
            && ordinal < invoke.Parameters.Length && invoke.Parameters[ordinal].Type.SpecialType == SpecialType.System_Object)
        {
            foreach (var argument in arguments)
            {
                if (argument.Parameter is { Name: "state", Type.SpecialType: SpecialType.System_Object })
                {
                    return JudgeText(body, argument.Value, part);
                }
            }
        }

        return Judgement.Unknown;
    }

    private Judgement PassedByHolders(FunctionBody body, Variable holder, int ordinal, Projection? part)
    {
        if (!body.IsGraph)
        {
            body.NeedGraph();
            return Judgement.Unknown;
        }

        // A delegate that goes round in a circle is called by nobody new.
        if (!_holders.Add((body.Root, holder)))
        {
            return Judgement.Bounded;
        }

        var result = Judgement.Bounded;
        var isUsed = false;
        foreach (var inner in body.Root.WithNested())
        {
            foreach (var block in inner.Graph.Blocks)
            {
                foreach (var operation in inner.OperationsOf(block))
                {
                    if (IsMentionOf(operation, holder))
                    {
                        isUsed = true;
                        result = result.Join(PassedAt(inner, operation, ordinal, part));
                    }
                }
            }
        }

        _holders.Remove((body.Root, holder));
        return isUsed ? result : Judgement.Unknown;
    }

    private Judgement PassedByHolders(ISymbol member, int ordinal, Projection? part) =>
        _program.IsSource(member.OriginalDefinition)
            ? Ask(new Question(QuestionKind.Called, member.OriginalDefinition, Projection.Element(ordinal, part)), () => FindCalled(member, ordinal, part))
            : Judgement.Unknown;

    private Judgement FindCalled(ISymbol member, int ordinal, Projection? part)
    {
        var result = Judgement.Bounded;
        foreach (var body in _program.BodiesMentioning(member.Name, member.OriginalDefinition))
        {
            var passed = PassedByHolders(body, new Variable(member), ordinal, part);
            result = result.Join(passed.IsUnbounded || !passed.Inputs.IsEmpty ? passed : Judgement.Unknown);
        }

        return result;
    }

    private static bool IsMentionOf(IOperation operation, Variable holder) => operation switch
    {
        ILocalReferenceOperation local => holder.Symbol is not null && new Variable(local.Local).Equals(holder),
        IParameterReferenceOperation parameter => holder.Symbol is not null && new Variable(parameter.Parameter).Equals(holder),
        IFlowCaptureReferenceOperation capture => new Variable(capture.Id).Equals(holder),
        IMemberReferenceOperation member => holder.Symbol is not null && new Variable(member.Member).Equals(holder),
        _ => false,
    };

    /// <summary>What a delegate in a variable is called with at one mention of the variable.</summary>
    private Judgement PassedAt(FunctionBody body, IOperation mention, int ordinal, Projection? part)
    {
        var value = mention;
        while (value.Parent is IConversionOperation conversion)
        {
            value = conversion;
        }

        switch (value.Parent)
        {
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call when call.Instance == value:
                return ordinal < call.Arguments.Length ? JudgeText(body, call.Arguments[ordinal].Value, part) : Judgement.Unknown;
            case IArgumentOperation argument when _depth < MaximumDepth:
                _depth += 10;
                var passed = PassedBy(body, argument, value, ordinal, part);
                _depth -= 10;
                return passed;
            case IFlowCaptureOperation capture:
                return PassedByHolders(body, new Variable(capture.Id), ordinal, part);
            case ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: var field } } when _depth < MaximumDepth:
                _depth += 10;
                var held = PassedByHolders(field, ordinal, part);
                _depth -= 10;
                return held;
            case IIsNullOperation or IBinaryOperation or IIsPatternOperation or IAssignmentOperation or IEventAssignmentOperation:
                return Judgement.Bounded;
            default:
                return Judgement.Unknown;
        }
    }
}
