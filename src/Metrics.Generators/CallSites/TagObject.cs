using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.Cardinality;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.CallSites;

/// <summary>
/// The tags that an object carries to an instrument: what its constructor and initializer give its properties in the same
/// body, otherwise the properties of whatever is handed over.
/// </summary>
internal sealed class TagObject
{
    private readonly FunctionBody _body;
    private readonly IArgumentOperation _argument;
    private readonly List<ISymbol> _tags;
    private readonly string _owner;
    private readonly HashSet<Variable> _variables = [];
    private readonly List<LabelUse> _uses = [];
    private bool _isMadeElsewhere;

    private TagObject(FunctionBody body, IArgumentOperation argument, INamedTypeSymbol type, string owner)
    {
        _body = body;
        _argument = argument;
        _owner = owner;
        _tags = [.. TagsOf(type)];
    }

    public static IEnumerable<LabelUse> Uses(FunctionBody body, IArgumentOperation argument, INamedTypeSymbol type, string owner)
    {
        var tags = new TagObject(body, argument, type, owner);
        tags.Visit(argument.Value);
        tags.AddAssigned();
        if (tags._isMadeElsewhere)
        {
            tags.AddParts();
        }

        return tags._uses;
    }

    private static IEnumerable<ISymbol> TagsOf(INamedTypeSymbol type)
    {
        for (var declaring = type; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: not Accessibility.Private, IsImplicitlyDeclared: false }
                    or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false, DeclaredAccessibility: not Accessibility.Private })
                {
                    yield return member;
                }
            }
        }
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IConversionOperation conversion:
                Visit(conversion.Operand);
                break;
            case IObjectCreationOperation creation:
                AddArguments(creation);
                break;
            case ILocalReferenceOperation local:
                VisitVariable(new Variable(local.Local));
                break;
            case IFlowCaptureReferenceOperation capture:
                VisitVariable(new Variable(capture.Id));
                break;
            default:
                _isMadeElsewhere = true;
                break;
        }
    }

    private void VisitVariable(Variable variable)
    {
        if (!_variables.Add(variable))
        {
            return;
        }

        var definitions = _body.DefinitionsOf(variable);
        foreach (var definition in definitions)
        {
            if (definition is { Kind: DefinitionKind.Value, Part: null })
            {
                Visit(definition.Source);
            }
        }

        _isMadeElsewhere |= definitions.Count == 0;
    }

    private void AddArguments(IObjectCreationOperation creation)
    {
        foreach (var argument in creation.Arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter }
                && _tags.FirstOrDefault(tag => string.Equals(tag.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)) is { } tag)
            {
                Add(tag, argument.Value, argument.Syntax);
            }
        }
    }

    private void AddAssigned()
    {
        foreach (var block in _body.Graph.Blocks)
        {
            foreach (var operation in _body.OperationsOf(block))
            {
                if (operation is ISimpleAssignmentOperation assignment
                    && AssignmentTarget.Of(_body, assignment.Target) is IMemberReferenceOperation { Instance: { } instance } target
                    && IsVisited(instance)
                    && _tags.Contains(target.Member, SymbolEqualityComparer.Default))
                {
                    Add(target.Member, assignment.Value, assignment.Syntax);
                }
            }
        }
    }

    private bool IsVisited(IOperation instance) => instance switch
    {
        ILocalReferenceOperation local => _variables.Contains(new Variable(local.Local)),
        IFlowCaptureReferenceOperation capture => _variables.Contains(new Variable(capture.Id))
            || (AccessPath.OnlySource(_body, new Variable(capture.Id)) is ILocalReferenceOperation captured && IsVisited(captured)),
        _ => false,
    };

    private void AddParts()
    {
        foreach (var tag in _tags)
        {
            _uses.Add(new(LabelOf(tag), _argument.Value, ValueLocation.Of(_argument.Value, _argument.Syntax), Projection.Member(tag, null)));
        }
    }

    private void Add(ISymbol tag, IOperation value, SyntaxNode at) => _uses.Add(new(LabelOf(tag), value, ValueLocation.Of(value, at)));

    private OpenLabel LabelOf(ISymbol tag) => ForeignLabel.Named(NameOf(tag), _owner);

    private static string NameOf(ISymbol tag) =>
        tag.GetAttributes().FirstOrDefault(static one => one.AttributeClass?.Name == "TagNameAttribute")?.ConstructorArguments.FirstOrDefault().Value as string
            ?? tag.Name;
}
