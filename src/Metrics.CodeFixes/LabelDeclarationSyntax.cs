using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace TypedMetrics.CodeFixes;

/// <summary>Adds attributes to what declares a label: a parameter, or a property or field of a label set.</summary>
internal static class LabelDeclarationSyntax
{
    /// <summary>The declaration of a text label at the node, or <see langword="null"/>.</summary>
    public static SyntaxNode? Find(SyntaxNode? node)
    {
        foreach (var candidate in node?.AncestorsAndSelf() ?? [])
        {
            switch (candidate)
            {
                case ParameterSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax { Declaration.Variables.Count: 1 }:
                    return candidate;
                case StatementSyntax or BaseTypeDeclarationSyntax or BaseMethodDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The declaration with the runtime's attribute of that name on it.</summary>
    public static SyntaxNode WithAttribute(SyntaxNode declaration, string name, params ExpressionSyntax[] arguments)
    {
        var attribute = SyntaxFactory.Attribute(
            SyntaxFactory.ParseName("global::TypedMetrics." + name).WithAdditionalAnnotations(Simplifier.Annotation),
            SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList(arguments.Select(SyntaxFactory.AttributeArgument))))
            .WithAdditionalAnnotations(Formatter.Annotation);
        return declaration switch
        {
            ParameterSyntax parameter => WithAttribute(parameter, attribute),
            MemberDeclarationSyntax member => WithAttribute(member, attribute),
            _ => declaration,
        };
    }

    /// <summary>The declaration with the label's name in its <c>[Label]</c>, that is added where there is none.</summary>
    public static SyntaxNode WithLabelName(SyntaxNode declaration, ExpressionSyntax name)
    {
        var lists = declaration switch
        {
            ParameterSyntax parameter => parameter.AttributeLists,
            MemberDeclarationSyntax member => member.AttributeLists,
            _ => default,
        };
        if (lists.SelectMany(static list => list.Attributes).FirstOrDefault(IsLabel) is not { } label)
        {
            return WithAttribute(declaration, "Label", name);
        }

        var arguments = label.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var named = arguments.WithArguments(arguments.Arguments.Insert(0, SyntaxFactory.AttributeArgument(name)));
        return declaration.ReplaceNode(label, label.WithArgumentList(named).WithAdditionalAnnotations(Formatter.Annotation));
    }

    private static bool IsLabel(AttributeSyntax attribute) =>
        (attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name).ToString() is "Label" or "LabelAttribute";

    private static ParameterSyntax WithAttribute(ParameterSyntax parameter, AttributeSyntax attribute)
    {
        if (parameter.AttributeLists.FirstOrDefault(static list => list.Target is null) is { } list)
        {
            return parameter.ReplaceNode(list, list.AddAttributes(attribute));
        }

        // The attribute becomes the first token and takes over what stood in front.
        var own = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithLeadingTrivia(parameter.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.Space);
        return parameter.WithLeadingTrivia().WithAttributeLists(parameter.WithLeadingTrivia().AttributeLists.Insert(0, own));
    }

    private static MemberDeclarationSyntax WithAttribute(MemberDeclarationSyntax member, AttributeSyntax attribute)
    {
        var indentation = SyntaxFactory.TriviaList(member.GetLeadingTrivia().Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        var newLine = member.SyntaxTree.GetText().Lines is { Count: > 1 } lines && lines[0].EndIncludingLineBreak - lines[0].End == 2 ? "\r\n" : "\n";
        var own = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithLeadingTrivia(member.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine));
        var rest = member.WithLeadingTrivia(indentation);
        return rest.WithAttributeLists(rest.AttributeLists.Insert(0, own));
    }
}
