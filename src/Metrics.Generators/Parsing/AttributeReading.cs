using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Reads the runtime's attributes from symbols, and tells where an argument was written.</summary>
internal static class AttributeReading
{
    /// <summary>The runtime's attribute of that name on the symbol.</summary>
    public static AttributeData? FindAttribute(this ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.IsRuntimeType(name))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The value of a property that the attribute sets; <see langword="null"/> where it does not.</summary>
    public static TypedConstant? Named(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }

    public static string? NamedText(this AttributeData attribute, string name) =>
        attribute.Named(name) is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    public static int? NamedNumber(this AttributeData attribute, string name) =>
        attribute.Named(name) is { Kind: TypedConstantKind.Primitive, Value: int number } ? number : null;

    public static double? NamedDouble(this AttributeData attribute, string name) =>
        attribute.Named(name) is { Kind: TypedConstantKind.Primitive, Value: double number } ? number : null;

    public static bool? NamedFlag(this AttributeData attribute, string name) =>
        attribute.Named(name) is { Kind: TypedConstantKind.Primitive, Value: bool flag } ? flag : null;

    /// <summary>The argument of the constructor's parameter, where it is of that type.</summary>
    public static T? Positional<T>(this AttributeData attribute, int ordinal)
        where T : class =>
        ordinal < attribute.ConstructorArguments.Length
        && attribute.ConstructorArguments[ordinal] is { Kind: TypedConstantKind.Primitive, Value: T value }
            ? value
            : null;

    /// <summary>The argument of the constructor's parameter, where it is of that type.</summary>
    public static T? PositionalValue<T>(this AttributeData attribute, int ordinal)
        where T : struct =>
        ordinal < attribute.ConstructorArguments.Length
        && attribute.ConstructorArguments[ordinal] is { Kind: TypedConstantKind.Primitive, Value: T value }
            ? value
            : null;

    /// <summary>Where the attribute stands.</summary>
    public static Location? Spot(this AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation();

    /// <summary>Where the property is set, else where the attribute stands.</summary>
    public static Location? SpotOfNamed(this AttributeData attribute, string name, CancellationToken cancellation)
    {
        if (Syntax(attribute, cancellation)?.ArgumentList is { } list)
        {
            foreach (var argument in list.Arguments)
            {
                if (argument.NameEquals?.Name.Identifier.ValueText == name)
                {
                    return argument.Expression.GetLocation();
                }
            }
        }

        return attribute.Spot(cancellation);
    }

    /// <summary>Where the constructor's argument is written, else where the attribute stands.</summary>
    public static Location? SpotOfPositional(this AttributeData attribute, int ordinal, CancellationToken cancellation)
    {
        if (Syntax(attribute, cancellation)?.ArgumentList is { } list
            && attribute.AttributeConstructor is { } constructor
            && ordinal < constructor.Parameters.Length)
        {
            var name = constructor.Parameters[ordinal].Name;
            for (var i = 0; i < list.Arguments.Count; i++)
            {
                var argument = list.Arguments[i];
                if (argument.NameEquals is null
                    && (argument.NameColon is { } colon ? colon.Name.Identifier.ValueText == name : i == ordinal))
                {
                    return argument.Expression.GetLocation();
                }
            }
        }

        return attribute.Spot(cancellation);
    }

    private static AttributeSyntax? Syntax(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
}
