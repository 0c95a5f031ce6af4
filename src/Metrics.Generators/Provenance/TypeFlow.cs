using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// What the signature of a generic framework member says of the way of values: a result of type <c>T</c> is made of what
/// is passed as <c>T</c>. That covers LINQ, collections, tasks and the like without a table of them.
/// </summary>
internal static class TypeFlow
{
    /// <summary>A type parameter within a type, and the part of a value of that type that it is the type of.</summary>
    public readonly record struct Slot(ITypeParameterSymbol Parameter, ImmutableArray<Projection> Path)
    {
        /// <summary>A part of the slot, as a part of the whole.</summary>
        public Projection? Wrap(Projection? inner)
        {
            for (var i = Path.Length - 1; i >= 0; i--)
            {
                inner = Path[i].Of(inner);
            }

            return inner;
        }
    }

    /// <summary>The type parameters within a type.</summary>
    public static List<Slot> SlotsOf(ITypeSymbol? type)
    {
        var slots = new List<Slot>();
        Collect(type, ImmutableArray<Projection>.Empty, slots, 0);
        return slots;
    }

    /// <summary>
    /// The type parameters that a part of a value is made of, each with the part of it: the best matches only, so that a
    /// dictionary's keys do not count as its values.
    /// </summary>
    public static List<(ITypeParameterSymbol Parameter, Projection? Part)> Matching(ITypeSymbol? type, Projection? part)
    {
        var matching = new List<(ITypeParameterSymbol, Projection?)>();
        var best = 0;
        foreach (var slot in SlotsOf(type))
        {
            var rest = part;
            var matched = 0;
            foreach (var step in slot.Path)
            {
                if (rest is not null && step.HasSameHead(rest))
                {
                    rest = rest.Inner;
                    matched++;
                }
                else if (rest is not null && rest.Kind is ProjectionKind.Key or ProjectionKind.Value or ProjectionKind.Element
                    && step.Kind is ProjectionKind.Key or ProjectionKind.Value or ProjectionKind.Element)
                {
                    matched = -1;
                    break;
                }
            }

            if (matched < best || (part is null && slot.Path.Length > 0 && IsGroup(type)))
            {
                continue;
            }

            if (matched > best)
            {
                matching.Clear();
                best = matched;
            }

            matching.Add((slot.Parameter, rest));
        }

        return matching;
    }

    /// <summary>Whether a type is a dictionary, so that its values are told from its keys.</summary>
    public static bool IsKeyed(ITypeSymbol? type)
    {
        if (type is null)
        {
            return false;
        }

        if (IsKeyedName(type.Name) || type.Name is "TagList" or "ActivityTagsCollection" or "NameValueCollection" or "Hashtable")
        {
            return true;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.Name is "IDictionary" or "IReadOnlyDictionary")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The signature of a delegate type, also behind an expression tree.</summary>
    public static IMethodSymbol? InvokeOf(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke,
        INamedTypeSymbol { Name: "Expression", Arity: 1 } tree => (tree.TypeArguments[0] as INamedTypeSymbol)?.DelegateInvokeMethod,
        _ => null,
    };

    /// <summary>Whether a value of the type is one thing and does not hold others.</summary>
    public static bool HasNoContents(ITypeSymbol type) =>
        type is not INamedTypeSymbol { IsGenericType: true } || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static void Collect(ITypeSymbol? type, ImmutableArray<Projection> path, List<Slot> slots, int depth)
    {
        if (type is null || depth > 6)
        {
            return;
        }

        switch (type)
        {
            case ITypeParameterSymbol parameter:
                slots.Add(new Slot(parameter, path));
                break;
            case IArrayTypeSymbol array:
                Collect(array.ElementType, path, slots, depth + 1);
                break;
            case INamedTypeSymbol { DelegateInvokeMethod: { } invoke }:
                Collect(invoke.ReturnType, path.Add(Projection.Result(null)), slots, depth + 1);
                break;
            case INamedTypeSymbol named:
                Collect(named, path, slots, depth);
                break;
        }
    }

    private static void Collect(INamedTypeSymbol type, ImmutableArray<Projection> path, List<Slot> slots, int depth)
    {
        // An enumerator of a dictionary gives pairs; its collections of keys and of values give either.
        if (type.ContainingType is { IsGenericType: true } outer)
        {
            var isPlain = type.Name is "KeyCollection" or "ValueCollection" || outer.Name is "KeyCollection" or "ValueCollection";
            foreach (var slot in SlotsOf(outer))
            {
                slots.Add(new Slot(slot.Parameter, isPlain ? path : path.AddRange(slot.Path)));
            }
        }

        var arguments = type.TypeArguments;
        for (var i = 0; i < arguments.Length; i++)
        {
            Collect(arguments[i], PartOf(type, i) is { } part ? path.Add(part) : path, slots, depth + 1);
        }
    }

    private static Projection? PartOf(INamedTypeSymbol type, int argument)
    {
        var name = type.Name;
        if (type.IsTupleType || name is "ValueTuple" or "Tuple")
        {
            return Projection.Element(argument, null);
        }

        if (IsGroup(type))
        {
            return argument == 0 ? Projection.Key : null;
        }

        return type.Arity == 2 && IsKeyedName(name) ? argument == 0 ? Projection.Key : Projection.Value : null;
    }

    private static bool IsGroup(ITypeSymbol? type) => type?.Name is "IGrouping" or "Grouping" or "ILookup" or "Lookup";

    private static bool IsKeyedName(string name) =>
        name is "KeyValuePair" or "SortedList" or "OrderedDictionary" || name.IndexOf("Dictionary", System.StringComparison.Ordinal) >= 0;
}
