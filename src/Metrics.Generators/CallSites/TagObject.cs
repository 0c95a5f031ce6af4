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
    /// <summary>Objects within objects before the rest is left out; a type can hold itself.</summary>
    private const int MaximumDepth = 3;

    private readonly FunctionBody _body;
    private readonly string _owner;
    private readonly int _depth;
    private readonly List<ISymbol> _tags;
    private readonly HashSet<Variable> _variables = [];
    private readonly List<LabelUse> _uses = [];
    private bool _isMadeElsewhere;

    private TagObject(FunctionBody body, ITypeSymbol type, string owner, int depth)
    {
        _body = body;
        _owner = owner;
        _depth = depth;
        _tags = [.. TagsOf(type)];
    }

    public static IEnumerable<LabelUse> Uses(FunctionBody body, IArgumentOperation argument, INamedTypeSymbol type, string owner) =>
        Uses(body, argument.Value, argument.Syntax, type, owner, 1);

    private static List<LabelUse> Uses(FunctionBody body, IOperation value, SyntaxNode at, ITypeSymbol type, string owner, int depth)
    {
        if (!body.IsGraph)
        {
            body.NeedGraph();
            return [];
        }

        var tags = new TagObject(body, type, owner, depth);
        tags.Visit(value);
        tags.AddAssigned();
        if (tags._isMadeElsewhere)
        {
            tags.AddParts(value, ValueLocation.Of(value, at), tags._tags, null, depth);
        }

        return tags._uses;
    }

    private static IEnumerable<ISymbol> TagsOf(ITypeSymbol type)
    {
        for (var declaring = type as INamedTypeSymbol; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
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

    private void AddParts(IOperation value, Location location, IEnumerable<ISymbol> tags, Projection? outer, int depth)
    {
        foreach (var tag in tags)
        {
            var member = Projection.Member(tag, null);
            var part = outer?.Then(member) ?? member;
            if (InnerOf(tag) is not { } inner)
            {
                _uses.Add(new(LabelOf(tag), value, location, part));
            }
            else if (depth < MaximumDepth)
            {
                AddParts(value, location, TagsOf(inner), part, depth + 1);
            }
        }
    }

    private void Add(ISymbol tag, IOperation value, SyntaxNode at)
    {
        if (InnerOf(tag) is not { } inner)
        {
            _uses.Add(new(LabelOf(tag), value, ValueLocation.Of(value, at)));
        }
        else if (_depth < MaximumDepth)
        {
            _uses.AddRange(Uses(_body, value, at, inner, _owner, _depth + 1));
        }
    }

    /// <summary>The project's own type whose properties are tags in the place of this one.</summary>
    private static INamedTypeSymbol? InnerOf(ISymbol tag)
    {
        var type = tag switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        return ValueTypes.Unwrap(type) is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } inner
            && !ValueTypes.IsFramework(inner)
                ? inner
                : null;
    }

    private OpenLabel LabelOf(ISymbol tag) => ForeignLabel.Named(NameOf(tag), _owner);

    private static string NameOf(ISymbol tag) =>
        tag.GetAttributes().FirstOrDefault(static one => one.AttributeClass?.Name == "TagNameAttribute")?.ConstructorArguments.FirstOrDefault().Value as string
            ?? tag.Name;
}
