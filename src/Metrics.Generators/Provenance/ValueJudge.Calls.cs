using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// Calls and constructors: own ones by their summaries, the framework's by tables and signatures.
internal sealed partial class ValueJudge
{
    private static readonly ImmutableArray<IArgumentOperation> NoArguments = ImmutableArray<IArgumentOperation>.Empty;

    private Judgement JudgeCall(FunctionBody body, IInvocationOperation call, Projection? part)
    {
        var method = call.TargetMethod;
        if (method.Name == WellKnown.Clone && call.Instance is { } cloned)
        {
            return Judge(body, cloned, part);
        }

        if (method.MethodKind == MethodKind.DelegateInvoke && call.Instance is { } function)
        {
            return FindDelegate(body, function) is { } callee
                ? AtCall(ReturnedBy(callee, part), callee.Function!, body, null, call.Arguments, call)
                : Judge(body, function, Projection.Result(part));
        }

        if (_program.Statements.Of(method) is { } isBounded)
        {
            return isBounded ? Judgement.Bounded : SourceOf(OriginKind.Declared, method, call.Syntax.GetLocation());
        }

        if (method is { Name: nameof(ToString), Parameters.IsEmpty: true, IsStatic: false } && call.Instance is { } shown && StatedText(body, shown) is { } text)
        {
            return text;
        }

        if (method.MethodKind == MethodKind.LocalFunction || _program.IsSource(method.OriginalDefinition))
        {
            return JudgeOwnCall(body, method, call.Instance, call.Arguments, call, part);
        }

        return JudgeForeignCall(body, call, part);
    }

    /// <summary>A call of a method of this compilation: the join of what it and its overrides return.</summary>
    private Judgement JudgeOwnCall(
        FunctionBody body, IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, IOperation call, Projection? part)
    {
        var result = Judgement.Bounded;
        var isFound = false;
        foreach (var implementation in Reached(body, method, instance).OfType<IMethodSymbol>())
        {
            isFound = true;
            result = result.Join(AtCall(Returned(implementation, part), implementation, body, instance, arguments, call));
        }

        return isFound ? result : Judgement.Unknown;
    }

    /// <summary>The result of a type of the project's that can be waited for, or <see langword="null"/>.</summary>
    private Judgement? JudgeAwaiter(FunctionBody body, IAwaitOperation await, Projection? part)
    {
        if (await.Operation.Type is not { } type || !_program.IsSource(type.OriginalDefinition)
            || MethodOf(type, WellKnownMemberNames.GetAwaiter) is not { } getAwaiter || MethodOf(getAwaiter.ReturnType, WellKnownMemberNames.GetResult) is not { } getResult)
        {
            return null;
        }

        return Returned(getResult, part).Substitute(input => input.Parameter is null && input.Part is { } kept
            ? AtCall(Returned(getAwaiter, kept), getAwaiter, body, await.Operation, NoArguments, await)
            : null);
    }

    private static IMethodSymbol? MethodOf(ITypeSymbol type, string name) =>
        type.OriginalDefinition.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(static method => method.Parameters.IsEmpty);

    /// <summary>The summary of a function at one call: parameters are what the call passes.</summary>
    private Judgement AtCall(
        Judgement summary, IMethodSymbol callee, FunctionBody body, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, IOperation call)
    {
        var returned = callee.MethodKind is MethodKind.Constructor or MethodKind.AnonymousFunction or MethodKind.PropertyGet
            ? summary
            : summary.ThroughOrigins(new Step(Descriptions.OfMember(callee, withType: false), call.Syntax.GetLocation()));
        return returned.Substitute(input =>
        {
            if (input.Parameter is { } parameter)
            {
                return IsSame(SourceMethods.OwnerOf(parameter), SourceMethods.Canonical(callee)) ? Argument(body, arguments, parameter, input.Part) : null;
            }

            return instance is null or IInstanceReferenceOperation || input.Part is null || callee.IsStatic ? null : Judge(body, instance, input.Part);
        });
    }

    private Judgement Returned(IMethodSymbol method, Projection? part) =>
        part is { Depth: > MaximumParts }
            ? Judgement.Unknown
            : Ask(
                new Question(QuestionKind.Returned, SourceMethods.Canonical(method), part),
                () => _program.BodyOf(method) is { } body ? ReturnedBy(body, part) : Judgement.Unknown);

    private Judgement ReturnedBy(FunctionBody function, Projection? part)
    {
        var returned = Judgement.Bounded;
        foreach (var value in function.Returned)
        {
            returned = returned.Join(JudgeText(function, value, part));
        }

        return returned;
    }

    /// <summary>What an <c>out</c> or <c>ref</c> parameter holds when its method returns.</summary>
    private Judgement Assigned(IParameterSymbol parameter, Projection? part) =>
        Ask(new Question(QuestionKind.Assigned, parameter, part), () =>
        {
            if (parameter.ContainingSymbol is not IMethodSymbol method || _program.BodyOf(method) is not { Function: { } function } body)
            {
                return Judgement.Unknown;
            }

            var variable = new Variable(function.Parameters[parameter.Ordinal]);
            var exit = Position.EndOf(body.Graph.Blocks.Length - 1);
            return new Flow(body, variable, ImmutableArray<AccessPath>.Empty, _guards, part).Trace(
                exit,
                definition => JudgeDefinition(body, definition, part),
                () => parameter.RefKind == RefKind.Out ? Judgement.Bounded : Judgement.Of(variable.Symbol!, part));
        });

    private Judgement JudgeOutArgument(FunctionBody body, IArgumentOperation argument, Projection? part)
    {
        if (argument.Parent is not IInvocationOperation call || argument.Parameter is not { } parameter)
        {
            return Judgement.Unknown;
        }

        var method = call.TargetMethod;
        if (_program.IsSource(method.OriginalDefinition))
        {
            var result = Judgement.Bounded;
            foreach (var implementation in _program.ImplementationsOf(method).OfType<IMethodSymbol>())
            {
                result = result.Join(AtCall(Assigned(implementation.Parameters[parameter.Ordinal], part), implementation, body, call.Instance, call.Arguments, call));
            }

            return result;
        }

        if (!ValueTypes.IsFramework(method))
        {
            return Judgement.Unknown;
        }

        if (method.Name == "TryGetValue" && call.Instance is { } map && parameter.OriginalDefinition.Type is ITypeParameterSymbol && TypeFlow.IsKeyed(method.ContainingType)
            && Keys.Of(call.Arguments[0].Value) is { } key)
        {
            return Judge(body, map, Projection.ValueAt(key, part));
        }

        if (JudgeByTypes(body, parameter.OriginalDefinition.Type, method, call.Instance, IsLookUp(method) ? NoArguments : call.Arguments, part) is { } typed)
        {
            return typed;
        }

        if (call.Instance is { } instance)
        {
            var receiver = OrByType(Judge(body, instance), KnownSources.Containers, instance.Type, instance);
            return ReadFrom(receiver, parameter.Type, call.Arguments[0].Value.ConstantValue.Value as string);
        }

        return method.Name is "TryParse" or "TryParseExact" or "TryCreate" ? JudgeText(body, call.Arguments.First(static one => one.Parameter?.RefKind == RefKind.None).Value)
            : Judgement.Unknown;
    }

    /// <summary>What a method of the project adds to an object that it is passed.</summary>
    private Judgement JudgeLent(FunctionBody body, IArgumentOperation argument, Projection? part)
    {
        if (argument.Parent is not IInvocationOperation call || argument.Parameter is not { } parameter)
        {
            return Judgement.Bounded;
        }

        var result = Judgement.Bounded;
        foreach (var implementation in _program.ImplementationsOf(call.TargetMethod).OfType<IMethodSymbol>())
        {
            result = result.Join(AtCall(Added(implementation.Parameters[parameter.Ordinal], part), implementation, body, call.Instance, call.Arguments, call));
        }

        return result;
    }

    private Judgement Added(IParameterSymbol parameter, Projection? part) =>
        Ask(new Question(QuestionKind.Added, parameter, part), () =>
        {
            var result = Judgement.Bounded;
            if (parameter.ContainingSymbol is IMethodSymbol method && _program.BodyOf(method) is { Function: { } function } body)
            {
                var variable = new Variable(function.Parameters[parameter.Ordinal]);
                foreach (var inner in body.WithNested())
                {
                    foreach (var definition in inner.DefinitionsOf(variable))
                    {
                        result = definition.Replaces(part) ? result : result.Join(JudgeDefinition(inner, definition, part));
                    }
                }
            }

            return result;
        });

    private static bool IsLookUp(IMethodSymbol method) => method.Name is "TryGetValue" or "TryRemove" or "Remove" or "TryGetAlternateLookup";

    private Judgement JudgeCreation(FunctionBody body, IObjectCreationOperation creation, Projection? part)
    {
        if (creation.Constructor is not { } constructor)
        {
            return Judgement.Unknown;
        }

        // A graph has an initializer's assignments apart.
        if (creation.Initializer is not null)
        {
            body.NeedGraph();
        }

        if (_program.IsSource(constructor.ContainingType.OriginalDefinition))
        {
            return part is null ? Judgement.Unknown : JudgeMade(body, creation, constructor, part);
        }

        if (!ValueTypes.IsFramework(constructor))
        {
            return Judgement.Unknown;
        }

        if (part is not null && constructor.ContainingType.Name == "DictionaryEntry" && creation.Arguments.Length == 2)
        {
            return JudgeText(body, creation.Arguments[part.Kind == ProjectionKind.Key ? 0 : 1].Value, part.Inner);
        }

        return constructor.ContainingType.IsGenericType
            && JudgeByTypes(body, constructor.ContainingType.OriginalDefinition, constructor, null, creation.Arguments, part) is { } typed
            ? typed
            : constructor.ContainingType.IsGenericType ? Judgement.Bounded
            : JoinAll(body, creation.Arguments.Select(argument => argument.Value).Where(value => !IsLength(constructor, value)), part);
    }

    /// <summary>Where a text is made of characters, numbers say which of them.</summary>
    private static bool IsLength(IMethodSymbol constructor, IOperation value) =>
        ValueTypes.IsText(constructor.ContainingType) && value.Type?.SpecialType == SpecialType.System_Int32;

    private static bool IsSame(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);
}
