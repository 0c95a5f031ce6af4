using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// What fields and automatic properties hold, and what a constructor leaves in them.
internal sealed partial class ValueJudge
{
    /// <summary>Variables in variables before the class of an object counts as unknown.</summary>
    private const int MaximumHops = 5;

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

    /// <summary>The override or implementation that objects of exactly a type have.</summary>
    private ISymbol? ImplementationIn(INamedTypeSymbol type, ISymbol member)
    {
        var candidates = _program.ImplementationsOf(member);
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (candidates.FirstOrDefault(candidate => IsSame(current.OriginalDefinition, candidate.ContainingType)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The overrides or implementations that a call can reach: those of the classes that the object can be of, where these are known.</summary>
    private ImmutableArray<ISymbol> Reached(FunctionBody body, ISymbol member, IOperation? instance)
    {
        var all = _program.ImplementationsOf(member);
        var classes = new List<INamedTypeSymbol>();
        if (all.Length < 2 || instance is null || !AddClasses(body, instance, classes, 0))
        {
            return all;
        }

        var reached = ImmutableArray.CreateBuilder<ISymbol>();
        foreach (var type in classes)
        {
            if (ImplementationIn(type, member) is not { } one)
            {
                return all;
            }

            if (!reached.Contains(one))
            {
                reached.Add(one);
            }
        }

        return reached.ToImmutable();
    }

    /// <summary>Adds the classes of all objects that an expression can be, where each is made where it can be seen.</summary>
    private bool AddClasses(FunctionBody body, IOperation instance, List<INamedTypeSymbol> classes, int hops)
    {
        switch (instance)
        {
            case IObjectCreationOperation { Type: INamedTypeSymbol type }:
                classes.Add(type);
                return true;
            case IConversionOperation { OperatorMethod: null } conversion:
                return AddClasses(body, conversion.Operand, classes, hops);
            case ILocalReferenceOperation local when hops < MaximumHops:
                return AddClassesOf(body, new Variable(local.Local), classes, hops);
            case IFlowCaptureReferenceOperation capture when hops < MaximumHops:
                return AddClassesOf(body, new Variable(capture.Id), classes, hops);
            case IFieldReferenceOperation or IPropertyReferenceOperation
                when hops < MaximumHops && ((IMemberReferenceOperation)instance).Member is { IsAbstract: false, IsVirtual: false, IsOverride: false } member && _program.IsSource(member.OriginalDefinition)
                    && _program.IsSettled(member) && _program.WritesOf(member).IsEmpty && _program.InitializerOf(member) is { } initial:
                return AddClasses(initial.Body, initial.Value, classes, hops + 1);
            default:
                return false;
        }
    }

    private bool AddClassesOf(FunctionBody body, Variable variable, List<INamedTypeSymbol> classes, int hops)
    {
        var isFound = false;
        foreach (var inner in body.Root.WithNested())
        {
            foreach (var definition in inner.DefinitionsOf(variable))
            {
                if (definition.Kind == DefinitionKind.Member)
                {
                    continue;
                }

                if (definition is not { Kind: DefinitionKind.Value, Part: null } || !AddClasses(inner, definition.Source, classes, hops + 1))
                {
                    return false;
                }

                isFound = true;
            }
        }

        return isFound;
    }

    /// <summary>
    /// Whether an object is made in this body and only its members are used, so that what they hold can be told from the
    /// assignments here.
    /// </summary>
    private static bool IsConfined(FunctionBody body, IOperation instance) =>
        instance is ILocalReferenceOperation local && body.Root.IsConfined(local.Local);
}
