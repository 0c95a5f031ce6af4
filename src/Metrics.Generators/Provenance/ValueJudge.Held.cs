using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// What fields and automatic properties hold, and what a constructor leaves in them.
internal sealed partial class ValueJudge
{
    /// <summary>What is written to a member anywhere in the compilation, whichever the object.</summary>
    private Judgement Held(ISymbol member, Projection? part) =>
        part is { Depth: > MaximumParts }
            ? Judgement.Unknown
            : Ask(new Question(QuestionKind.Held, member.OriginalDefinition, part), () => Resolve(Written(member.OriginalDefinition, part)));

    private Judgement Written(ISymbol member, Projection? part)
    {
        if (Program.IsSingleValue(member) || _program.IsSingleValue(member, part) || (part is null && _program.IsFilledOnce(member)))
        {
            return Judgement.Bounded;
        }

        if (!_program.IsSource(member))
        {
            return Judgement.Unknown;
        }

        var writes = _program.WritesOf(member);
        var result = Judgement.Bounded;
        foreach (var write in writes)
        {
            result = result.Join(JudgeDefinition(write.Body, write.Definition, part));
        }

        if (Program.PositionOf(member) is { } position)
        {
            result = result.Join(Judgement.Of(position, part).Through(new Step(member.Name, Descriptions.LocationOf(member))));
        }
        else if (_program.InitializerOf(member) is { } initial)
        {
            result = result.Join(JudgeText(initial.Body, initial.Value, part).Through(new Step(member.Name, Descriptions.LocationOf(member))));
        }

        return IsFilledFromOutside(member, writes.IsEmpty) || (writes.IsEmpty && IsEmptyCollection(member)) ? result.Join(Judgement.Unknown) : result;
    }

    /// <summary>
    /// Whether code that is not here may write: the member, or the contents of what it refers to, are open to others, or
    /// a serializer must fill it, since nothing here does.
    /// </summary>
    private static bool IsFilledFromOutside(ISymbol member, bool isNeverWritten)
    {
        var isVisible = SourceMethods.IsVisibleOutside(member);
        return member switch
        {
            IFieldSymbol { IsReadOnly: false } => isVisible,
            IFieldSymbol field => isVisible && IsMutable(field.Type),
            IPropertySymbol { SetMethod: { } setter } => SourceMethods.IsVisibleOutside(setter) || (isNeverWritten && setter.DeclaredAccessibility != Accessibility.Private && Program.PositionOf(member) is null),
            IPropertySymbol property => isVisible && IsMutable(property.Type),
            _ => true,
        };
    }

    /// <summary>Whether a collection is made empty: where nothing here fills it, something else must.</summary>
    private bool IsEmptyCollection(ISymbol member) => _program.InitializerOf(member)?.Value switch
    {
        IConversionOperation { Operand: var operand } => IsEmpty(operand),
        { } value => IsEmpty(value),
        null => false,
    };

    private static bool IsEmpty(IOperation value) => value switch
    {
        IObjectCreationOperation { Arguments.IsEmpty: true, Type.AllInterfaces: var implemented } => implemented.Any(static type => type.Name == "IEnumerable"),
        _ => LaterOperations.IsCollectionExpression(value) && value.ChildOperations.Count == 0,
    };

    private static bool IsMutable(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String
        && !type.IsValueType
        && !type.Name.StartsWith("Frozen", System.StringComparison.Ordinal)
        && !type.Name.StartsWith("Immutable", System.StringComparison.Ordinal)
        && !type.Name.StartsWith("IReadOnly", System.StringComparison.Ordinal)
        && !type.Name.StartsWith("ReadOnly", System.StringComparison.Ordinal)
        && type.Name != "IEnumerable";

    /// <summary>What a member of an object holds after its constructor, over the constructor's inputs.</summary>
    private Judgement Constructed(IMethodSymbol constructor, ISymbol member, Projection? part) =>
        Ask(new Question(QuestionKind.Constructed, constructor.OriginalDefinition, Projection.Member(member, part)), () => FindConstructed(constructor.OriginalDefinition, member, part));

    private Judgement FindConstructed(IMethodSymbol constructor, ISymbol member, Projection? part)
    {
        if (member is IParameterSymbol parameter)
        {
            return SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, constructor)
                ? Judgement.Of(parameter, part)
                : Chained(constructor, member, part) ?? Judgement.Unknown;
        }

        var result = Judgement.Bounded;
        var isReplaced = false;
        if (_program.BodyOf(constructor) is { } body)
        {
            foreach (var definition in body.DefinitionsOf(new Variable(member)))
            {
                if (definition.Target is not IMemberReferenceOperation { Instance: not IInstanceReferenceOperation })
                {
                    result = result.Join(JudgeDefinition(body, definition, part));
                    isReplaced |= definition.Replaces(part) && definition.Position.Block == 1;
                }
            }
        }

        if (isReplaced)
        {
            return result;
        }

        if (Program.PositionOf(member) is { } position && SymbolEqualityComparer.Default.Equals(position.ContainingSymbol, constructor))
        {
            return result.Join(Judgement.Of(position, part));
        }

        if (Chained(constructor, member, part) is { } chained)
        {
            return result.Join(chained);
        }

        return _program.InitializerOf(member) is { } initial ? result.Join(JudgeText(initial.Body, initial.Value, part)) : result;
    }

    /// <summary>What another constructor that this one calls leaves in the member.</summary>
    private Judgement? Chained(IMethodSymbol constructor, ISymbol member, Projection? part)
    {
        if (_program.BodyOf(constructor) is not { } body)
        {
            return null;
        }

        foreach (var block in body.Graph.Blocks)
        {
            foreach (var operation in body.OperationsOf(block))
            {
                if (operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.Constructor, Instance: IInstanceReferenceOperation } call
                    && _program.IsSource(call.TargetMethod.OriginalDefinition))
                {
                    return AtCall(Constructed(call.TargetMethod, member, part), call.TargetMethod.OriginalDefinition, body, null, call.Arguments, call);
                }
            }
        }

        return null;
    }

    /// <summary>A part of an object that is made here.</summary>
    private Judgement JudgeMade(FunctionBody body, IObjectCreationOperation creation, IMethodSymbol constructor, Projection part)
    {
        if (part.Symbol is not { } member)
        {
            return Judgement.Unknown;
        }

        if (member.ContainingType?.TypeKind == TypeKind.Interface || member.IsAbstract || member.IsVirtual)
        {
            member = ImplementationIn(constructor.ContainingType, member) ?? member;
        }

        if (member is IPropertySymbol { GetMethod: { } getter } && _program.BodyOf(getter) is not null)
        {
            return AtCall(Returned(getter, part.Inner), getter, body, creation, NoArguments, creation);
        }

        if (member is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } deconstruct } given)
        {
            return AtCall(Assigned(given, part.Inner), deconstruct, body, creation, NoArguments, creation);
        }

        return !_program.IsSource(member)
            ? Judgement.Unknown
            : AtCall(Constructed(constructor, member, part.Inner), constructor.OriginalDefinition, body, null, creation.Arguments, creation);
    }

    /// <summary>
    /// Whether an object is made in this body and only its members are used, so that what they hold can be told from the
    /// assignments here.
    /// </summary>
    private static bool IsConfined(FunctionBody body, IOperation instance) =>
        instance is ILocalReferenceOperation local && body.Root.IsConfined(local.Local);
}
