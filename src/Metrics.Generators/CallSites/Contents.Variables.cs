using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.CallSites;

// Variables: what reaching definitions put into them.
internal sealed partial class Contents
{
    private void VisitVariable(Variable variable, IOperation use)
    {
        if (!_body.IsGraph)
        {
            _body.NeedGraph();
            return;
        }

        // Temporaries of the graph are expressions of the argument itself.
        var isNamed = variable.Symbol is not null;
        _variables += isNamed ? 1 : 0;
        var reaching = ReachingDefinitions.Of(_body, variable, use);
        foreach (var definition in reaching.Definitions)
        {
            if (_seen.Add(definition))
            {
                VisitDefinition(definition, use);
            }
        }

        // What a caller or an outer body put in; a local of the outermost body starts out empty.
        if (reaching.IncludesStart && isNamed && (variable.Symbol is IParameterSymbol || _body.Parent is not null))
        {
            FoundWhole(use);
        }

        _variables -= isNamed ? 1 : 0;
    }

    private void VisitDefinition(Definition definition, IOperation use)
    {
        switch (definition.Source)
        {
            case IInvocationOperation call when !ReachingDefinitions.Replaces(definition):
                VisitAddition(call);
                break;
            case var source when definition.Part is null && definition.Kind == DefinitionKind.Value:
                Visit(source, null);
                break;
            case var source when definition.Part is null && IsElement(definition.Target):
                VisitElement(definition.Target, source);
                break;
            default:
                FoundWhole(use);
                break;
        }
    }

    private static bool IsElement(IOperation target) =>
        target is IArrayElementReferenceOperation or IInlineArrayAccessOperation or IPropertyReferenceOperation { Arguments.Length: > 0 };

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
