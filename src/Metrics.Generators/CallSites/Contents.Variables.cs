using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.CallSites;

// Variables: what reaching definitions put into them.
internal sealed partial class Contents
{
    private static readonly Guards NoGuards = new(static (_, _) => Judgement.Unknown);

    private void VisitVariable(Variable variable, IOperation use)
    {
        // Temporaries of the graph are expressions of the argument itself.
        var isNamed = variable.Symbol is not null;
        _variables += isNamed ? 1 : 0;
        var (definitions, reachesStart) = Reaching(variable, use);
        foreach (var definition in definitions)
        {
            if (_seen.Add(definition))
            {
                VisitDefinition(definition, use);
            }
        }

        // What a caller or an outer body put in; a local of the outermost body starts out empty.
        if (reachesStart && definitions.Count == 0 && isNamed && (variable.Symbol is IParameterSymbol || _body.Parent is not null))
        {
            FoundWhole(use);
        }

        _variables -= isNamed ? 1 : 0;
    }

    private (List<Definition> Definitions, bool ReachesStart) Reaching(Variable variable, IOperation use)
    {
        var definitions = new List<Definition>();
        var reachesStart = false;
        new Flow(_body, variable, ImmutableArray<AccessPath>.Empty, NoGuards).Trace(
            _body.PositionOf(use),
            definition =>
            {
                definitions.Add(definition);
                return Judgement.Bounded;
            },
            () =>
            {
                reachesStart = true;
                return Judgement.Bounded;
            });
        return (definitions, reachesStart);
    }

    private void VisitDefinition(Definition definition, IOperation use)
    {
        switch (definition.Kind)
        {
            case DefinitionKind.Value when definition.Part is null:
                Visit(definition.Source, null);
                break;
            case DefinitionKind.Addition when definition.Source is IInvocationOperation call:
                VisitAddition(call);
                break;
            case DefinitionKind.Addition when definition.Part is null:
                VisitElement(definition.Target, definition.Source);
                break;
            default:
                FoundWhole(use);
                break;
        }
    }

    private void VisitAddition(IInvocationOperation call)
    {
        if (_kind == ContentKind.Pairs && call.TargetMethod.Parameters is { Length: 2 } parameters && parameters[0].Name == "key")
        {
            FoundPair(call.Arguments, null);
        }
        else
        {
            VisitContainers(call.Arguments);
        }
    }

    private void VisitElement(IOperation target, IOperation value)
    {
        switch (target)
        {
            case IPropertyReferenceOperation { Arguments.Length: 1 } indexer
                when _kind == ContentKind.Pairs && !ContentTypes.IsPair(indexer.Property.Type):
                Found(indexer.Arguments[0].Value, value, value.Syntax, null);
                break;
            case IArrayElementReferenceOperation { Indices.Length: 1 } element:
                Visit(value, element.Indices[0].ConstantValue.Value as int?);
                break;
            default:
                Visit(value, null);
                break;
        }
    }
}
