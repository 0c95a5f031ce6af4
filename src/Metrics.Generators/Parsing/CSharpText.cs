using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Writes symbols as C# that means the same in any file.</summary>
internal static class CSharpText
{
    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Plain = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    private static readonly SymbolDisplayFormat ConstrainedName = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Included,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        miscellaneousOptions: Qualified.MiscellaneousOptions);

    /// <summary>The type with <c>global::</c>, nullable annotations and escaped keywords.</summary>
    public static string OfType(ITypeSymbol type) => type.ToDisplayString(Qualified);

    /// <summary>The type as a message names it, without <c>global::</c>.</summary>
    public static string ForMessage(ITypeSymbol type) => type.ToDisplayString(Plain);

    /// <summary>The <c>where</c> clauses of a generic method, with a blank in front.</summary>
    public static string ConstraintsOf(IMethodSymbol method)
    {
        var text = method.ToDisplayString(ConstrainedName);
        var start = text.IndexOf(" where ", System.StringComparison.Ordinal);
        return start < 0 ? "" : text.Substring(start);
    }

    /// <summary>The identifier, escaped where it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>The identifier of a type, escaped also where it is all small letters, which the compiler keeps for later keywords.</summary>
    public static string TypeIdentifier(string name) => name.All(static c => c is >= 'a' and <= 'z') ? "@" + name : Identifier(name);

    /// <summary>The parameter's name as the user wrote it, so with <c>@</c> where it is a keyword.</summary>
    public static string NameOf(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax syntax
            ? syntax.Identifier.Text
            : Identifier(parameter.Name);
}
