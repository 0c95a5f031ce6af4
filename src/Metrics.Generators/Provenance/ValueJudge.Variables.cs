using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// Variables: the definitions that reach a use.
internal sealed partial class ValueJudge
{
    private Judgement Read(FunctionBody body, Variable variable, IOperation use, Projection? part) =>
        ReadAt(body, variable, body.PositionOf(use), part);

    private Judgement ReadAt(FunctionBody body, Variable variable, Position position, Projection? part)
    {
        if (!body.IsGraph)
        {
            return ReadInSource(body, variable, part);
        }

        var result = new Flow(body, variable, AccessPath.Aliases(body, variable), _guards, part).Trace(
            position,
            definition => JudgeDefinition(body, definition, part),
            () => JudgeStart(body, variable, part));

        // What a nested function assigns may be there whenever it has run.
        foreach (var nested in body.Nested)
        {
            result = result.Join(AssignedWithin(nested, variable, part));
        }

        return result;
    }

    private Judgement AssignedWithin(FunctionBody body, Variable variable, Projection? part)
    {
        var result = Judgement.Bounded;
        foreach (var inner in body.WithNested())
        {
            result = result.Join(JoinDefinitions(inner, variable, part));
        }

        return result;
    }

    /// <summary>What a variable holds when the body starts to run.</summary>
    private Judgement JudgeStart(FunctionBody body, Variable variable, Projection? part)
    {
        if (variable.Symbol is not { } symbol)
        {
            return Judgement.Bounded;
        }

        if (symbol is IParameterSymbol parameter && IsOwn(body, parameter))
        {
            return JudgeParameter(parameter, part);
        }

        if (body.Parent is not { } parent)
        {
            return symbol is IParameterSymbol outer ? JudgeOuterParameter(body, outer, part) : Judgement.Bounded;
        }

        if (body.IsLambda)
        {
            var result = ReadAt(parent, variable, body.Creation, part);
            return result.Join(AssignedLater(parent, variable, body.Creation, part));
        }

        // A local function can be called anywhere within its parent.
        return JoinDefinitions(parent, variable, part).Join(JudgeStart(parent, variable, part));
    }

    private Judgement AssignedLater(FunctionBody body, Variable variable, Position position, Projection? part)
    {
        var result = Judgement.Bounded;
        foreach (var definition in body.DefinitionsOf(variable))
        {
            if (definition.Position.Block > position.Block
                || (definition.Position.Block == position.Block && definition.Position.Order > position.Order))
            {
                result = result.Join(JudgeDefinition(body, definition, part));
            }
        }

        return result;
    }

    private Judgement JoinDefinitions(FunctionBody body, Variable variable, Projection? part)
    {
        var result = Judgement.Bounded;
        foreach (var definition in body.DefinitionsOf(variable))
        {
            result = result.Join(JudgeDefinition(body, definition, part));
        }

        return result;
    }

    private static bool IsOwn(FunctionBody body, IParameterSymbol parameter) =>
        body.Function is not null && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, body.Function);

    private Judgement JudgeDefinition(FunctionBody body, Definition definition, Projection? part) =>
        Ask(new Question(QuestionKind.Defined, definition, part), () =>
        {
            var judgement = JudgeSource(body, definition, part);
            return definition.Variable.Symbol is { } symbol
                ? judgement.Through(new Step(symbol.Name, definition.Target.Syntax.GetLocation()))
                : judgement;
        });

    private Judgement JudgeSource(FunctionBody body, Definition definition, Projection? part)
    {
        var source = definition.Source;
        switch (definition.Kind)
        {
            case DefinitionKind.Value:
                return Judge(body, source, definition.Part?.Then(part) ?? part);
            case DefinitionKind.Compound:
                var before = definition.Target is IMemberReferenceOperation
                    ? Judgement.Bounded
                    : ReadAt(body, definition.Variable, definition.Position, null);
                var both = before.Join(JudgeText(body, source));
                return ValueTypes.IsText(definition.Target.Type) ? both.Composed() : both;
            case DefinitionKind.Argument:
                return JudgeOutArgument(body, (IArgumentOperation)source, part);
            case DefinitionKind.Addition:
                return JudgeAddition(body, (IInvocationOperation)source, part);
            case DefinitionKind.Buffer:
                return JudgeBuffer(body, (IInvocationOperation)source, definition.Target);
            case DefinitionKind.Lent:
                return JudgeLent(body, (IArgumentOperation)source, part);
            case DefinitionKind.Referred:
                return JudgeReferred(body.Function!, part);
            case DefinitionKind.Element:
                return JudgeElement(body, definition, part);
            case DefinitionKind.Member:
                return JudgeWritten(body, definition, part);
            case DefinitionKind.Step when definition.Target is IMemberReferenceOperation counter:
                return Judgement.Of(new Origin(OriginKind.Sequence, Descriptions.OfMember(counter.Member), source.Syntax.GetLocation()));
            default:
                return Judgement.Unknown;
        }
    }

    /// <summary>What callers assign through the reference that a method returns.</summary>
    private Judgement JudgeReferred(IMethodSymbol method, Projection? part)
    {
        var result = Judgement.Bounded;
        foreach (var caller in _program.CallersOf(method))
        {
            if (caller.Operation.Parent is ISimpleAssignmentOperation assignment && assignment.Target == caller.Operation)
            {
                result = result.Join(Resolve(JudgeText(caller.Body, assignment.Value, part)));
            }
        }

        return result;
    }

    /// <summary>An element put in by index: <c>array[i] = …</c>, <c>map[key] = …</c></summary>
    private Judgement JudgeElement(FunctionBody body, Definition definition, Projection? part)
    {
        var own = definition.Part;
        if (definition.Target is IPropertyReferenceOperation { Instance: { } owner, Arguments: { IsEmpty: false } index } && TypeFlow.IsKeyed(owner.Type)
            && index[0] is var key && !IsListIndex(key))
        {
            switch (part?.Kind)
            {
                case ProjectionKind.Key:
                    return JudgeText(body, key.Value, part.Inner);
                case ProjectionKind.Value when part.Label is { } asked && Keys.AreDifferent(asked, key.Value):
                    return Judgement.Bounded;
                case ProjectionKind.Value:
                    part = part.Inner;
                    break;
            }
        }

        return JudgeText(body, definition.Source, own?.Then(part) ?? part);
    }

    private static bool IsListIndex(IArgumentOperation index) =>
        index.Parameter?.Type.SpecialType == SpecialType.System_Int32 && index.Parameter.ContainingSymbol.ContainingType.Name == "TagList";

    /// <summary>What an assignment to a member of the variable's object contributes to the part that is asked for.</summary>
    private Judgement JudgeWritten(FunctionBody body, Definition definition, Projection? part) =>
        part is not null && definition.Replaces(part)
            ? part.Inner is null && definition.Part is null
                ? JudgeText(body, definition.Source)
                : Judge(body, definition.Source, definition.Part?.Then(part.Inner) ?? part.Inner)
            : Judgement.Bounded;
}
