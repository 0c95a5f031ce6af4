using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// What fields and properties hold: initial values and writes.
internal sealed partial class Program
{
    private readonly ConcurrentDictionary<ISymbol, Initializer?> _initializers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<MemberWrite>> _writes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, OriginKind?> _filled = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _settled = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Whether the member is one value in the life of the process, whichever it is: a static read-only text, number or date.
    /// </summary>
    public static bool IsSingleValue(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsConst || (field.IsStatic && field.IsReadOnly && IsScalar(field.Type)),
        IPropertySymbol property => property.IsStatic && property.SetMethod is null && IsAuto(property) && IsScalar(property.Type),
        _ => false,
    };

    /// <summary>Whether a part of the one object that a static read-only member refers to is one value, since the object keeps it.</summary>
    public bool IsSingleValue(ISymbol member, Projection? part)
    {
        if (part is null || !(member is IFieldSymbol { IsStatic: true, IsReadOnly: true } or IPropertySymbol { IsStatic: true, SetMethod: null }))
        {
            return false;
        }

        for (var inner = part; inner is not null; inner = inner.Inner)
        {
            var isKept = inner.Symbol switch
            {
                IFieldSymbol { IsReadOnly: true } => true,
                IPropertySymbol { SetMethod: null or { IsInitOnly: true } } property => IsSource(property.OriginalDefinition) && IsAuto(property),
                IParameterSymbol parameter => WritesOf(parameter).IsEmpty,
                _ => false,
            };
            if (!isKept || (inner.Inner is null && TypeOf(inner.Symbol!) is { } type && !IsScalar(type)))
            {
                return false;
            }
        }

        return true;
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    /// <summary>Whether a static member is given one value when it is first asked for, and keeps it.</summary>
    public bool IsFilledOnce(ISymbol member) =>
        member is IFieldSymbol { IsStatic: true, IsReadOnly: false } field && IsScalar(field.Type) && IsSource(member)
        && InitializerOf(member)?.Value.ConstantValue is null or { HasValue: true, Value: null }
        && WritesOf(member) is { IsEmpty: false } writes && writes.All(static write => write.IsWhereNull);

    /// <summary>Whether the property keeps its value in a field of its own.</summary>
    public static bool IsAuto(IPropertySymbol property)
    {
        foreach (var member in property.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an attribute says that a framework fills the property, or that it identifies a row.</summary>
    public bool IsFilled(ISymbol member, out OriginKind kind)
    {
        kind = default;
        if (member is not IPropertySymbol || !IsSource(member.OriginalDefinition))
        {
            return false;
        }

        var found = _filled.GetOrAdd(member.OriginalDefinition, static member =>
        {
            foreach (var attribute in member.GetAttributes())
            {
                if (KnownSources.MemberAttributes.TryGet(attribute.AttributeClass, out var kind))
                {
                    return kind;
                }
            }

            return null;
        });
        kind = found ?? default;
        return found is not null;
    }

    /// <summary>What a field or property is declared with, or <see langword="null"/>.</summary>
    public Initializer? InitializerOf(ISymbol member) => _initializers.GetOrAdd(member.OriginalDefinition, FindInitializer);

    /// <summary>The parameter of a record's primary constructor that a property is made of, or <see langword="null"/>.</summary>
    public static IParameterSymbol? PositionOf(ISymbol member)
    {
        if (member is not IPropertySymbol { ContainingType: { IsRecord: true } type, DeclaringSyntaxReferences: { IsEmpty: false } references }
            || references[0] is not { } reference || reference.GetSyntax() is not ParameterSyntax)
        {
            return null;
        }

        foreach (var constructor in type.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (parameter.Name == member.Name && !parameter.DeclaringSyntaxReferences.IsEmpty
                    && parameter.DeclaringSyntaxReferences[0].Span == reference.Span)
                {
                    return parameter;
                }
            }
        }

        return null;
    }

    /// <summary>Everything that writes to the member, or to what it refers to, anywhere in the compilation.</summary>
    public ImmutableArray<MemberWrite> WritesOf(ISymbol member) => _writes.GetOrAdd(member.OriginalDefinition, FindWrites);

    /// <summary>Whether an object keeps the value that it was made with, so that its creation tells what it is.</summary>
    public bool IsSettled(ISymbol member) => member switch
    {
        IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null or { IsInitOnly: true } } => true,
        _ => AreInitial(member),
    };

    /// <summary>Whether a collection is filled after its object was made.</summary>
    public bool IsFilledLater(ISymbol member) => HasContents(TypeOf(member)) && !AreInitial(member);

    private bool AreInitial(ISymbol member) =>
        _settled.GetOrAdd(member.OriginalDefinition, member => WritesOf(member).All(static write => write.IsInitial));

    private static bool HasContents(ITypeSymbol? type) => type?.TypeKind == TypeKind.Array || Additions.CanBeFilled(type);

    private ImmutableArray<MemberWrite> FindWrites(ISymbol member)
    {
        var variable = new Variable(member);
        var writes = ImmutableArray.CreateBuilder<MemberWrite>();
        var isText = member is IFieldSymbol { Type.SpecialType: SpecialType.System_String } or IPropertySymbol { Type.SpecialType: SpecialType.System_String };
        foreach (var root in BodiesOf(Mentions(member.Name, member).Where(isText ? MayReplace : MayWrite)))
        {
            foreach (var body in root.WithNested())
            {
                foreach (var definition in body.DefinitionsOf(variable))
                {
                    writes.Add(new MemberWrite(body, definition));
                }
            }
        }

        return writes.ToImmutable();
    }

    // A read that is handed on as a whole cannot write; everything else is worth a look.
    private static bool MayWrite(SyntaxNode mention)
    {
        var node = mention;
        while (node.Parent is MemberAccessExpressionSyntax { Name: var name } access && name == node)
        {
            node = access;
        }

        return node.Parent is AssignmentExpressionSyntax { Left: var left } && left == node
            || node.Parent is PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax
                or ConditionalAccessExpressionSyntax or MemberBindingExpressionSyntax or RefExpressionSyntax
            || node.Parent is ArgumentSyntax;
    }

    // A text cannot be changed by whom it is handed to.
    private static bool MayReplace(SyntaxNode mention) => MayWrite(mention) && mention switch
    {
        { Parent: ArgumentSyntax argument } => MayBeAssigned(argument),
        { Parent: MemberAccessExpressionSyntax { Parent: ArgumentSyntax argument } access } when access.Name == mention => MayBeAssigned(argument),
        { Parent: MemberAccessExpressionSyntax access } => access.Name == mention,
        { Parent: ElementAccessExpressionSyntax } => false,
        _ => true,
    };

    private static bool MayBeAssigned(ArgumentSyntax argument) =>
        !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax;

    private Initializer? FindInitializer(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences.Length != 1 || !IsSource(member))
        {
            return null;
        }

        var value = member.DeclaringSyntaxReferences[0].GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax field => field.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        };
        return value is null || BodyAt(value) is not { } body ? null : ValueIn(body);
    }

    private static Initializer? ValueIn(FunctionBody body)
    {
        var blocks = body.Graph.Blocks;
        for (var i = blocks.Length - 1; i >= 0; i--)
        {
            for (var j = blocks[i].Operations.Length - 1; j >= 0; j--)
            {
                if (blocks[i].Operations[j] is ISimpleAssignmentOperation { Target: IMemberReferenceOperation } assignment)
                {
                    return new Initializer(body, assignment.Value);
                }
            }
        }

        return null;
    }

    private static bool IsScalar(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String
        || (type is INamedTypeSymbol { Name: "Lazy" or "Task", Arity: 1 } later && IsScalar(later.TypeArguments[0]))
        || (type.IsValueType && !type.IsTupleType && TypeFlow.HasNoContents(type))
        || KnownSources.Types.TryGet(type, out _);
}
