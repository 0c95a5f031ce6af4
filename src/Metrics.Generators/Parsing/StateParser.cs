using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetrics.Generators.Declarations;
using TypedMetrics.Generators.Model;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Reads the states of a state set from the enum that its instrument is made of.</summary>
internal static class StateParser
{
    /// <summary>The enum, where the member's type says one.</summary>
    public static INamedTypeSymbol? EnumOf(ISymbol member) =>
        ((member as IMethodSymbol)?.ReturnType ?? (member as IPropertySymbol)?.Type) is INamedTypeSymbol { Arity: 1 } type
        && type.TypeArguments[0] is INamedTypeSymbol { TypeKind: TypeKind.Enum } states
            ? states
            : null;

    /// <summary>The states, or <see langword="null"/> where the enum makes none (reported).</summary>
    /// <param name="member">The member.</param>
    /// <param name="attribute">Its attribute.</param>
    /// <param name="name">The name of the family, which the states' label has, too.</param>
    /// <param name="context">Takes the problems.</param>
    public static StatesModel? Parse(ISymbol member, AttributeData attribute, string name, ParsingContext context)
    {
        if (StateNames.LabelProblem(name) is { } label)
        {
            context.Report(
                DeclarationDescriptors.InvalidMetricName,
                attribute.SpotOfPositional(0, context.Cancellation),
                "Metric name",
                name,
                "cannot be a state set's: " + label);
            return null;
        }

        // What is no enum the compiler reports.
        if (EnumOf(member) is not { } type)
        {
            return null;
        }

        var values = context.ValuesOf(type, attribute.Named("Case")?.Value is int chosen ? chosen : 0, asNumber: false);
        if ((values.Problem ?? Problem(type, values)) is { } problem)
        {
            context.Report(DeclarationDescriptors.InvalidEnum, SpotOf(member, context), CSharpText.ForMessage(type), name, problem);
            return null;
        }

        return new(CSharpText.OfType(type), new(values.Texts), values.IsContiguous ? default : new(values.Numbers));
    }

    private static string? Problem(INamedTypeSymbol type, EnumValues values) =>
        type.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            ? "it is marked [Flags], and a combination of flags is none of the states; declare the states as an enum without it"
            : values.Texts.Count > StateNames.Maximum
                ? $"it has {values.Texts.Count} members, and a state set holds {StateNames.Maximum}; use a gauge with the enum as its label"
                : null;

    /// <summary>The enum, where it is written.</summary>
    private static Location? SpotOf(ISymbol member, ParsingContext context)
    {
        var type = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation) switch
        {
            PropertyDeclarationSyntax property => property.Type,
            MethodDeclarationSyntax method => method.ReturnType,
            _ => null,
        };
        return type?.DescendantNodesAndSelf().OfType<GenericNameSyntax>().LastOrDefault()?.TypeArgumentList.Arguments.FirstOrDefault()?.GetLocation()
            ?? Spots.OfType(member, context.Cancellation);
    }
}
