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
        var result = new Flow(body, variable, AccessPath.Aliases(body, variable), _guards).Trace(
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
            foreach (var definition in inner.DefinitionsOf(variable))
            {
                result = result.Join(JudgeDefinition(inner, definition, part));
            }
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
            return symbol is IParameterSymbol outer ? JudgeParameter(outer, part) : Judgement.Bounded;
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

    private static Judgement JudgeParameter(IParameterSymbol parameter, Projection? part)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (KnownSources.ParameterAttributes.TryGet(attribute.AttributeClass, out var kind))
            {
                return Judgement.Of(new Origin(kind, Descriptions.OfParameter(parameter, attribute), Descriptions.LocationOf(parameter)));
            }

            if (attribute.AttributeClass?.Name is "CallerMemberNameAttribute" or "CallerFilePathAttribute" or "CallerArgumentExpressionAttribute")
            {
                return Judgement.Bounded;
            }
        }

        var whole = Judgement.Of(parameter);
        return part is null ? whole : ReadPart(whole, part, Descriptions.LocationOf(parameter));
    }

    private Judgement JudgeDefinition(FunctionBody body, Definition definition, Projection? part)
    {
        var question = (definition, part);
        if (_known.TryGetValue(question, out var known))
        {
            return known;
        }

        // A variable that depends on itself: the other definitions decide.
        if (_open.TryGetValue(question, out var depth))
        {
            _lowestOpen = System.Math.Min(_lowestOpen, depth);
            return Judgement.Bounded;
        }

        var outerLowest = _lowestOpen;
        var own = _open.Count;
        _lowestOpen = int.MaxValue;
        _open.Add(question, own);
        var judgement = JudgeSource(body, definition, part);
        _open.Remove(question);
        if (definition.Variable.Symbol is { } symbol)
        {
            judgement = judgement.Through(new Step(symbol.Name, definition.Target.Syntax.GetLocation()));
        }

        // Within a circle a judgement is complete only where the circle was entered.
        if (_lowestOpen >= own)
        {
            _known[question] = judgement;
            _lowestOpen = outerLowest;
        }
        else
        {
            _lowestOpen = System.Math.Min(_lowestOpen, outerLowest);
        }

        return judgement;
    }

    private Judgement JudgeSource(FunctionBody body, Definition definition, Projection? part)
    {
        switch (definition.Kind)
        {
            case DefinitionKind.Value:
                return Judge(body, definition.Source, part is null ? definition.Part : definition.Part?.Then(part) ?? part);
            case DefinitionKind.Compound:
                var before = ReadAt(body, definition.Variable, definition.Position, null);
                var both = before.Join(JudgeText(body, definition.Source));
                return ValueTypes.IsText(definition.Target.Type) ? both.Composed() : both;
            case DefinitionKind.Argument:
                return JudgeOutArgument(body, (IArgumentOperation)definition.Source, part);
            case DefinitionKind.Addition when definition.Source is IInvocationOperation call:
                return JudgeAddition(body, call);
            case DefinitionKind.Addition:
                return JudgeText(body, definition.Source, definition.Part);
            default:
                return Judgement.Unknown;
        }
    }
}
