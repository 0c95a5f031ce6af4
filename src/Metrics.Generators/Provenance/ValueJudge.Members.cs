using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// Properties, fields, indexers, and the parts of tuples and anonymous objects.
internal sealed partial class ValueJudge
{
    private Judgement JudgeProperty(FunctionBody body, IPropertyReferenceOperation property)
    {
        var key = property.Arguments.Length == 1 ? property.Arguments[0].Value.ConstantValue.Value as string : null;
        return ReadMember(body, property.Property, property.Instance, property, key);
    }

    private Judgement ReadMember(FunctionBody body, ISymbol member, IOperation? instance, IOperation at, string? key)
    {
        if (ReadKnown(member, at.Syntax.GetLocation()) is { } known)
        {
            return instance is not null && known.Origins.All(static origin => IsMadeOfItsParts(origin.Kind)) && Judge(body, instance).IsBounded
                ? Judgement.Bounded
                : known;
        }

        if (instance is null)
        {
            return _initializers.OfStatic(member) is { } value ? JudgeInitializer(value) : Judgement.Unknown;
        }

        var receiver = Judge(body, instance);
        if (IsHandedOn(member))
        {
            return OrByType(receiver, KnownSources.Types, instance.Type, instance);
        }

        return ValueTypes.IsFramework(member)
            ? ReadFrom(OrByType(receiver, KnownSources.Containers, instance.Type, instance), TypeOf(member), key)
            : _initializers.OfReadOnlyField(member) is { } own ? OnlyBounded(JudgeInitializer(own))
            : Judgement.Unknown;
    }

    /// <summary>A part of a value that no variable or expression stands for: it is read member by member.</summary>
    private static Judgement ReadPart(Judgement whole, Projection part, Location at)
    {
        var current = whole;
        for (var inner = part; inner is not null; inner = inner.Inner)
        {
            current = inner.Symbol is not { } member
                ? ReadFrom(current, null, null)
                : ReadKnown(member, at) ?? (IsHandedOn(member) ? current : ReadFrom(current, TypeOf(member), null));
        }

        return current;
    }

    private static Judgement? ReadKnownPart(Projection part, Location at)
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

    private static Judgement? ReadKnown(ISymbol member, Location at) =>
        KnownBounded.Members.TryGet(member, out _) ? Judgement.Bounded
        : KnownSources.Members.TryGet(member, out var kind) ? Judgement.Of(new Origin(kind, Descriptions.OfMember(member), at))
        : null;

    private static bool IsHandedOn(ISymbol member) =>
        KnownTransfers.Members.TryGet(member, out var transfer) && (transfer & Transfer.Receiver) != 0;

    /// <summary>What is read out of a value: the bounded stays bounded, and texts carry on what the whole was.</summary>
    private static Judgement ReadFrom(Judgement receiver, ITypeSymbol? type, string? key) =>
        receiver.IsBounded || ((type is null || ValueTypes.Carries(type)) && !IsRouteName(receiver, key)) ? receiver : Judgement.Unknown;

    private static bool IsRouteName(Judgement receiver, string? key) =>
        key is not null
        && KnownBounded.IsRouteName(key)
        && receiver.IsUnbounded
        && receiver.Origins.All(static origin => origin.Kind == OriginKind.RouteValue);

    /// <summary>A field holds one value in the life of the process where it is static and read-only; its contents are its initializer's.</summary>
    private Judgement JudgeInitializer(Initializer initializer) =>
        initializer.IsSingleValue ? Judgement.Bounded
        : initializer.Body is { } body && initializer.Value is { } value ? Judge(body, value)
        : Judgement.Unknown;

    private static Judgement OnlyBounded(Judgement judgement) => judgement.IsBounded ? judgement : Judgement.Unknown;

    private Judgement JudgeTuple(FunctionBody body, ITupleOperation tuple, Projection? part) =>
        part is null ? JoinAll(body, tuple.Elements)
        : part.Symbol is null && part.Ordinal < tuple.Elements.Length ? JudgeText(body, tuple.Elements[part.Ordinal], part.Inner)
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
                return Judge(body, assignment.Value, part.Inner);
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
        _ => null,
    };
}
