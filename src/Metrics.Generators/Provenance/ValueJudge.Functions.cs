using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// Functions whose bodies are at hand: what they return, and what they are called with.
internal sealed partial class ValueJudge
{
    private readonly HashSet<FunctionBody> _callers = [];

    /// <summary>
    /// Replaces the parameters of local functions and lambdas by what their calls within the outermost body pass.
    /// Parameters of that body itself stay.
    /// </summary>
    public Judgement Resolve(FunctionBody body, Judgement judgement) => judgement.Substitute(parameter =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } function
        && body.Find(function) is { } callee
            ? Resolve(body, Passed(callee, parameter))
            : Judgement.Of(parameter));

    private Judgement Passed(FunctionBody callee, IParameterSymbol parameter)
    {
        if (!_callers.Add(callee))
        {
            return Judgement.Bounded;
        }

        var result = Judgement.Bounded;
        var calls = 0;
        var mentions = 0;
        foreach (var body in callee.Root.WithNested())
        {
            foreach (var block in body.Graph.Blocks)
            {
                foreach (var operation in body.OperationsOf(block))
                {
                    mentions += operation is IMethodReferenceOperation reference && IsSame(reference.Method, callee.Function) ? 1 : 0;
                    if (operation is IInvocationOperation call && FindFunction(body, call) == callee)
                    {
                        calls++;
                        result = result.Join(ArgumentOf(body, call, parameter));
                    }
                }
            }
        }

        _callers.Remove(callee);

        // A function that is handed to others, or called by them, gets what nobody here knows.
        return calls == 0 || mentions > 0 ? result.Join(Judgement.Unknown) : result;
    }

    private static FunctionBody? FindFunction(FunctionBody body, IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return method.MethodKind switch
        {
            MethodKind.LocalFunction => body.Find(method),
            MethodKind.DelegateInvoke when call.Instance is { } instance => FindDelegate(body, instance),
            _ => null,
        };
    }

    /// <summary>The lambda or local function that a delegate is, where there is only one that it can be.</summary>
    private static FunctionBody? FindDelegate(FunctionBody body, IOperation instance)
    {
        var scope = body;
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
                case ILocalReferenceOperation local when OnlyDefinition(scope, new Variable(local.Local)) is { } definition:
                    instance = definition.Source;
                    break;
                case IFlowCaptureReferenceOperation capture when OnlyDefinition(scope, new Variable(capture.Id)) is { } definition:
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

    private Judgement JudgeFunction(FunctionBody body, IInvocationOperation call, FunctionBody function, Projection? part) =>
        _callers.Add(function) ? Called(body, call, function, part) : Judgement.Bounded;

    private Judgement Called(FunctionBody body, IInvocationOperation call, FunctionBody function, Projection? part)
    {
        var returned = Judgement.Bounded;
        foreach (var block in function.Graph.Blocks)
        {
            if (block.BranchValue is { } value && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            {
                returned = returned.Join(Judge(function, value, part));
            }
        }

        _callers.Remove(function);
        return returned.Substitute(parameter => IsSame(parameter.ContainingSymbol, function.Function)
            ? ArgumentOf(body, call, parameter)
            : Judgement.Of(parameter));
    }

    private Judgement ArgumentOf(FunctionBody body, IInvocationOperation call, IParameterSymbol parameter)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == parameter.Ordinal)
            {
                return Judge(body, argument.Value).Through(new Step(parameter.Name, argument.Syntax.GetLocation()));
            }
        }

        return Judgement.Unknown;
    }

    private static bool IsSame(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);
}
