using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.Generators.Parsing;

/// <summary>The places in the source that a problem is reported at.</summary>
internal static class Spots
{
    /// <summary>The symbol's identifier.</summary>
    public static Location? OfName(ISymbol symbol) => symbol.Locations.FirstOrDefault();

    /// <summary>The type that a parameter, property, field or method states, else the identifier.</summary>
    public static Location? OfType(ISymbol symbol, CancellationToken cancellation)
    {
        var type = symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
        {
            ParameterSyntax parameter => parameter.Type,
            BasePropertyDeclarationSyntax property => property.Type,
            MethodDeclarationSyntax method => method.ReturnType,
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } => declaration.Type,
            _ => null,
        };
        return type?.GetLocation() ?? OfName(symbol);
    }

    /// <summary>An element of an array that an attribute is given, as its only positional, or as a named, argument.</summary>
    public static Location? OfElement(AttributeData attribute, string? name, int index, CancellationToken cancellation)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } syntax)
        {
            return attribute.Spot(cancellation);
        }

        var candidates = arguments.Where(argument => argument.NameEquals?.Name.Identifier.ValueText == name).ToList();
        if (candidates.Count == 1 && Element(candidates[0].Expression, index) is { } element)
        {
            return element.GetLocation();
        }

        return name is null && index < candidates.Count
            ? candidates[index].Expression.GetLocation()
            : (candidates.FirstOrDefault()?.Expression ?? (SyntaxNode)syntax).GetLocation();
    }

    private static SyntaxNode? Element(ExpressionSyntax list, int index) => list switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.ElementAtOrDefault(index),
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.ElementAtOrDefault(index),
        CollectionExpressionSyntax collection => collection.Elements.ElementAtOrDefault(index),
        _ => null,
    };
}
