using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// Properties, fields, indexers, and the parts of values.
internal sealed partial class ValueJudge
{
    private Judgement ReadMember(FunctionBody body, IMemberReferenceOperation at, Projection? part)
    {
        var member = at.Member;
        if (ReadKnown(member, at.Syntax.GetLocation()) is { } known)
        {
            var whole = at.Instance is not null && known.Origins.All(static origin => IsMadeOfItsParts(origin.Kind)) && Judge(body, at.Instance).IsBounded
                ? Judgement.Bounded
                : known;
            return part is null ? whole : ReadPart(whole, part, at.Syntax.GetLocation());
        }

        if (Program.IsSingleValue(member))
        {
            return Judgement.Bounded;
        }

        var result = _program.IsSource(member.OriginalDefinition) ? ReadOwn(body, at, member, part)
            : at.Instance is { } instance ? ReadForeign(body, at, instance, part)
            : Judgement.Unknown;
        return result.IsUnknown && !result.IsUnbounded && result.Inputs.IsEmpty ? OrName(result, member, part) : result;
    }

    /// <summary>A member that this compilation declares.</summary>
    private Judgement ReadOwn(FunctionBody body, IMemberReferenceOperation at, ISymbol member, Projection? part)
    {
        if (member is not IPropertySymbol property)
        {
            return ReadHeld(body, at.Instance, member.OriginalDefinition, part);
        }

        var arguments = ((IPropertyReferenceOperation)at).Arguments;
        var result = Judgement.Bounded;
        var implementations = Reached(body, property, at.Instance);
        foreach (var implementation in implementations.OfType<IPropertySymbol>())
        {
            result = result.Join(implementation.GetMethod is { } getter && _program.BodyOf(getter) is not null
                ? AtCall(Returned(getter, part), getter, body, at.Instance, arguments, at)
                : ReadHeld(body, at.Instance, implementation, part));
        }

        return implementations.IsEmpty ? Judgement.Unknown : result;
    }

    /// <summary>
    /// What a field or automatic property holds: as the object was made, where it keeps that and is known, else whatever
    /// is written to it anywhere.
    /// </summary>
    private Judgement ReadHeld(FunctionBody body, IOperation? instance, ISymbol member, Projection? part)
    {
        if (instance is null || !(_program.IsSettled(member) || IsConfined(body, instance)))
        {
            return Held(member, part);
        }

        var made = Judge(body, instance, Projection.Member(member, part));
        return _program.IsFilledLater(member) ? made.Join(Held(member, part)) : made;
    }

    /// <summary>What the code of the project puts under a key into a dictionary that a framework hands from one method to another.</summary>
    private Judgement ReadShared(ISymbol member, Projection part) =>
        Ask(new Question(QuestionKind.Held, member.OriginalDefinition, part), () =>
        {
            var result = Judgement.Unknown;
            foreach (var write in _program.WritesOf(member))
            {
                if (write.Definition is { Kind: DefinitionKind.Element, Target: IPropertyReferenceOperation { Arguments: { Length: 1 } index } } && Keys.AreSame(part.Label!, index[0].Value))
                {
                    result = result.Join(Resolve(JudgeDefinition(write.Body, write.Definition, part)));
                }
            }

            return result;
        });

    /// <summary>A member of another assembly's.</summary>
    private Judgement ReadForeign(FunctionBody body, IMemberReferenceOperation at, IOperation instance, Projection? part)
    {
        if (part is { Label: not null } && IsShared(at.Member))
        {
            return ReadShared(at.Member, part);
        }

        if (at is IPropertyReferenceOperation property)
        {
            if (CollectionPart(property.Property) is { } collection)
            {
                return Judge(body, instance, collection.Then(part));
            }

            if (part is not null && property.Property is { Name: "Current", ContainingType.SpecialType: SpecialType.System_Collections_IEnumerator })
            {
                return Judge(body, instance, part);
            }

            if (property.Property.OriginalDefinition.Type is ITypeParameterSymbol && property.Arguments.Length == 1 && TypeFlow.IsKeyed(property.Property.ContainingType)
                && Keys.Of(property.Arguments[0].Value) is { } named)
            {
                return Judge(body, instance, Projection.ValueAt(named, part));
            }

            if (JudgeByTypes(body, property.Property.OriginalDefinition.Type, property.Property, instance, property.Arguments, part) is { } typed
                && !KnownSources.Containers.TryGet(ValueTypes.Unwrap(instance.Type), out _))
            {
                return typed;
            }
        }

        var isTyped = KnownSources.Types.TryGet(ValueTypes.Unwrap(instance.Type), out _) || KnownSources.Containers.TryGet(ValueTypes.Unwrap(instance.Type), out _);
        if (!isTyped && at is not IPropertyReferenceOperation { Arguments.IsEmpty: false })
        {
            var own = Projection.Member(at.Member, part);
            return Judge(body, instance, own);
        }

        var receiver = Judge(body, instance);
        var key = at is IPropertyReferenceOperation { Arguments: { Length: 1 } index } ? index[0].Value.ConstantValue.Value as string : null;
        var whole = IsHandedOn(at.Member) ? OrByType(receiver, KnownSources.Types, instance.Type, instance)
            : ValueTypes.IsFramework(at.Member) ? ReadFrom(OrByType(receiver, KnownSources.Containers, instance.Type, instance), TypeOf(at.Member), key)
            : Judgement.Unknown;
        return part is null ? whole : ReadPart(whole, part, at.Syntax.GetLocation());
    }

    private static bool IsShared(ISymbol member) =>
        member.Name == "Items" && MetadataNames.Is(member.ContainingType, "Microsoft.AspNetCore.Http.HttpContext");

    private static Projection? CollectionPart(IPropertySymbol property) => property.Name switch
    {
        "Keys" or "AllKeys" when TypeFlow.IsKeyed(property.ContainingType) => Projection.Key,
        "Values" when TypeFlow.IsKeyed(property.ContainingType) => Projection.Value,
        "Key" when property.ContainingType.Name == "DictionaryEntry" => Projection.Key,
        "Value" when property.ContainingType.Name == "DictionaryEntry" => Projection.Value,
        _ => null,
    };

    /// <summary>A part of a value that no variable or expression stands for: it is read member by member.</summary>
    private Judgement ReadPart(Judgement whole, Projection part, Location at)
    {
        if (!whole.Inputs.IsEmpty)
        {
            var inputs = part.Depth > MaximumParts ? Judgement.Unknown : whole.InputsOf(part);
            var rest = whole.WithoutInputs();
            return rest.IsBounded ? inputs : inputs.Join(ReadPart(rest, part, at));
        }

        var current = whole;
        for (var inner = part; inner is not null; inner = inner.Inner)
        {
            if (inner.Symbol is not { } member)
            {
                current = ReadFrom(current, null, null);
            }
            else if (member is IParameterSymbol && !_program.IsSource(member))
            {
                current = ReadFrom(current, null, null);
            }
            else if (ReadKnown(member, at) is { } known)
            {
                current = known;
            }
            else if (!current.IsBounded && _program.IsSource(member) && current.Origins.All(static origin => origin.Kind == OriginKind.Input))
            {
                return ReadOwnPart(member, inner.Inner, at);
            }
            else if (!IsHandedOn(member))
            {
                current = ReadFrom(current, TypeOf(member), null);
            }
        }

        return current;
    }

    /// <summary>A member of an object of which nothing is known.</summary>
    private Judgement ReadOwnPart(ISymbol member, Projection? part, Location at)
    {
        if (member is IParameterSymbol parameter)
        {
            return parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
                ? Passed(parameter, part)
                : Resolve(Assigned(parameter, part));
        }

        var result = Judgement.Bounded;
        var implementations = _program.ImplementationsOf(member);
        foreach (var implementation in implementations)
        {
            result = result.Join(implementation is IPropertySymbol { GetMethod: { } getter } && _program.BodyOf(getter) is not null
                ? Resolve(Returned(getter, part))
                : Held(implementation, part));
        }

        return OrName(implementations.IsEmpty ? Judgement.Unknown : result, member, part);
    }

    private Judgement? ReadKnownPart(Projection part, Location at)
    {
        Judgement? known = null;
        for (var inner = part; inner is not null; inner = inner.Inner)
        {
            if (inner.Symbol is { } member && ReadKnown(member, at) is { } read)
            {
                known = inner.Inner is null ? read : ReadPart(read, inner.Inner, at);
            }
        }

        return known;
    }

    private Judgement? ReadKnown(ISymbol member, Location at) =>
        _program.Statements.Of(member) is { } isBounded ? isBounded ? Judgement.Bounded : SourceOf(OriginKind.Declared, member, at)
        : KnownBounded.Members.TryGet(member, out _) ? Judgement.Bounded
        : KnownSources.Members.TryGet(member, out var kind) || _program.IsFilled(member, out kind) ? SourceOf(kind, member, at)
        : null;

    private static Judgement SourceOf(OriginKind kind, ISymbol member, Location at) =>
        Judgement.Of(new Origin(kind, Descriptions.OfMember(member), at));

    private static bool IsHandedOn(ISymbol member) =>
        KnownTransfers.Members.TryGet(member, out var transfer) && (transfer & Transfer.Receiver) != 0;

    /// <summary>What is read out of a value: the bounded stays bounded, and texts carry on what the whole was.</summary>
    private static Judgement ReadFrom(Judgement receiver, ITypeSymbol? type, string? key) =>
        receiver.IsBounded ? receiver
        : (type is null || ValueTypes.Carries(type)) && !IsRouteName(receiver, key) ? receiver.Nameless()
        : Judgement.Unknown;

    private static bool IsRouteName(Judgement receiver, string? key) =>
        key is not null
        && KnownBounded.IsRouteName(key)
        && receiver.IsUnbounded
        && receiver.Origins.All(static origin => origin.Kind == OriginKind.RouteValue);

    private Judgement JudgeTuple(FunctionBody body, ITupleOperation tuple, Projection? part) =>
        part is null ? JoinAll(body, tuple.Elements)
        : part.Kind == ProjectionKind.Element && part.Ordinal < tuple.Elements.Length ? JudgeText(body, tuple.Elements[part.Ordinal], part.Inner)
        : Judgement.Unknown;

    private Judgement JudgeAnonymousObject(FunctionBody body, IAnonymousObjectCreationOperation created, Projection? part)
    {
        var result = Judgement.Bounded;
        foreach (var initializer in created.Initializers)
        {
            if (initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment)
            {
                continue;
            }

            if (part is null)
            {
                result = result.Join(JudgeText(body, assignment.Value));
            }
            else if (part.Symbol?.Name == target.Property.Name)
            {
                return JudgeText(body, assignment.Value, part.Inner);
            }
        }

        return result;
    }

    private static int? ElementOf(IFieldSymbol field)
    {
        if (field.CorrespondingTupleField is not { } element)
        {
            return null;
        }

        var elements = field.ContainingType.TupleElements;
        for (var i = 0; i < elements.Length; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(elements[i].CorrespondingTupleField, element))
            {
                return i;
            }
        }

        return null;
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };
}
