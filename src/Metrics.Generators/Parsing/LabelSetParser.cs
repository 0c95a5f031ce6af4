using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Declarations;

namespace TypedMetrics.Generators.Parsing;

/// <summary>
/// Turns a type marked as a label set into its labels: the readable instance properties and fields that are as visible as
/// the type itself, and any other that carries a label attribute.
/// </summary>
internal static class LabelSetParser
{
    /// <summary>What a message calls it.</summary>
    public const string Noun = "Label set";

    private static readonly string[] LabelAttributes =
        [KnownNames.Label, KnownNames.OneOf, KnownNames.InRange, KnownNames.MaxValues];

    /// <param name="type">The label set.</param>
    /// <param name="access">The C# that reads the set, without the dot.</param>
    /// <param name="parameter">The metric's parameter, or <see langword="null"/> to look at the set alone.</param>
    /// <param name="context">Where problems go.</param>
    public static ParsedLabelSet Parse(INamedTypeSymbol type, string access, IParameterSymbol? parameter, ParsingContext context)
    {
        if (ShapeProblem(type) is { } problem)
        {
            context.Report(DeclarationDescriptors.InvalidLabelSet, Spots.OfName(type), Noun, CSharpText.ForMessage(type), problem);
            return new(type, ImmutableArray<ParsedLabel>.Empty, IsUsable: false);
        }

        var labels = ImmutableArray.CreateBuilder<ParsedLabel>();
        var isUsable = true;
        foreach (var (member, memberType) in Members(type))
        {
            if (LabelTypes.IsLabelSet(LabelTypes.Unwrap(memberType).Type))
            {
                context.Report(
                    DeclarationDescriptors.InvalidLabelSet,
                    Spots.OfType(member, context.Cancellation),
                    Noun,
                    CSharpText.ForMessage(type),
                    $"its member '{member.Name}' is a label set itself; list that one's labels here, or give the metric a parameter for each set");
                isUsable = false;
                continue;
            }

            var source = SourceOf(member, memberType, access);
            labels.Add(LabelParser.Parse(source, parameter, context));
        }

        if (isUsable && labels.Count == 0)
        {
            context.Report(
                DeclarationDescriptors.InvalidLabelSet,
                Spots.OfName(type),
                Noun,
                CSharpText.ForMessage(type),
                "it has no labels; give it a public property or field for each");
            isUsable = false;
        }

        return new(type, labels.ToImmutable(), isUsable);
    }

    private static string? ShapeProblem(INamedTypeSymbol type) =>
        type.IsStatic ? "it is static, and a label set is passed as a value; remove 'static'"
        : IsGeneric(type) ? "it is generic; write a label set for each case"
        : null;

    private static bool IsGeneric(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.Arity > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(ISymbol Member, ITypeSymbol Type)> Members(INamedTypeSymbol type)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            chain.Push(current);
        }

        var members = new List<(ISymbol Member, ITypeSymbol Type)>();
        foreach (var member in chain.SelectMany(static part => part.GetMembers()))
        {
            if (TypeOfLabel(member) is not { } memberType || !IsLabel(type, member))
            {
                continue;
            }

            // An override or a hiding member takes the place of the one that it replaces.
            var place = members.FindIndex(earlier => earlier.Member.Name == member.Name);
            if (place < 0)
            {
                members.Add((member, memberType));
            }
            else
            {
                members[place] = (member, memberType);
            }
        }

        return members;
    }

    private static ITypeSymbol? TypeOfLabel(ISymbol member) => member switch
    {
        { IsStatic: true } => null,
        { CanBeReferencedByName: false } => null,
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
        IFieldSymbol { AssociatedSymbol: null } field => field.Type,
        _ => null,
    };

    private static bool IsLabel(INamedTypeSymbol type, ISymbol member) =>
        IsAsVisibleAs(type, member) || Carriers(member).Any(static symbol => LabelAttributes.Any(name => symbol.FindAttribute(name) is not null));

    private static bool IsAsVisibleAs(INamedTypeSymbol type, ISymbol member)
    {
        var accessibility = member is IPropertySymbol { GetMethod: { } getter } ? getter.DeclaredAccessibility : member.DeclaredAccessibility;
        return accessibility switch
        {
            Accessibility.Public => true,
            Accessibility.Internal or Accessibility.ProtectedOrInternal => !IsPublic(type),
            _ => false,
        };
    }

    private static bool IsPublic(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }

    private static LabelSource SourceOf(ISymbol member, ITypeSymbol memberType, string access)
    {
        var carriers = Carriers(member).ToList();
        var label = carriers.Select(static symbol => symbol.FindAttribute(KnownNames.Label)).FirstOrDefault(static found => found is not null);
        return new(carriers, memberType, $"{access}.{CSharpText.Identifier(member.Name)}", LabelParser.NameOf(member, label));
    }

    /// <summary>The member, and the constructor's parameter and the backing field, which may carry a record property's attributes.</summary>
    private static IEnumerable<ISymbol> Carriers(ISymbol member)
    {
        yield return member;
        if (member is not IPropertySymbol property)
        {
            yield break;
        }

        foreach (var parameter in property.ContainingType.InstanceConstructors.SelectMany(static constructor => constructor.Parameters))
        {
            if (parameter.Name == property.Name && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type))
            {
                yield return parameter;
            }
        }

        foreach (var field in property.ContainingType.GetMembers().OfType<IFieldSymbol>())
        {
            if (SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
            {
                yield return field;
            }
        }
    }
}
