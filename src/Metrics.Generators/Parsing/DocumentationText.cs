using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.Generators.Parsing;

/// <summary>
/// Reads the documentation comment of a member from its text: where a project writes no documentation file, the compiler
/// takes the comment for an ordinary one and has nothing to tell.
/// </summary>
internal static class DocumentationText
{
    private const string Root = "doc";

    // A reference, and a file to take in.
    private static readonly string[] ResolvedWords = ["cref", "include"];

    /// <summary>The text of <c>summary</c> on one line and without markup, or <see langword="null"/>.</summary>
    public static string? SummaryOf(ISymbol member, CancellationToken cancellation) =>
        Read(CommentOf(member, cancellation)) is { } documentation && documentation.Element("summary") is { } summary
        && Reduce(summary) is { Length: > 0 } text
            ? text
            : null;

    /// <summary>The element's text as a reader sees it, each run of white space one blank.</summary>
    public static string Reduce(XElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return string.Join(" ", text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The comment's elements under one root, or <see langword="null"/> where they are no well-formed XML.</summary>
    public static XElement? Read(string? comment)
    {
        if (string.IsNullOrWhiteSpace(comment))
        {
            return null;
        }

        if (PlainXmlReader.Read(comment!, Root) is { } plain)
        {
            return plain;
        }

        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader($"<{Root}>{comment}</{Root}>"), settings);
            return XElement.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText plain:
                    text.Append(plain.Value);
                    break;
                case XElement { IsEmpty: true } reference:
                    text.Append(Reference(reference));
                    break;
                case XElement inner:
                    var isBlock = inner.Name.LocalName is "para" or "br" or "item" or "list" or "code";
                    text.Append(isBlock ? " " : "");
                    Append(inner, text);
                    text.Append(isBlock ? " " : "");
                    break;
            }
        }
    }

    private static string Reference(XElement element) =>
        element.Attribute("cref")?.Value is { } cref ? NameOf(cref)
        : element.Attribute("langword")?.Value ?? element.Attribute("name")?.Value ?? element.Attribute("href")?.Value ?? " ";

    /// <summary><c>List&lt;T&gt;.Add</c> for <c>M:List{T}.Add(T)</c>.</summary>
    private static string NameOf(string cref)
    {
        var name = cref.Length > 2 && cref[1] == ':' ? cref.Substring(2) : cref;
        var parenthesis = name.IndexOf('(');
        return (parenthesis < 0 ? name : name.Substring(0, parenthesis)).Replace('{', '<').Replace('}', '>').Replace("@", "");
    }

    /// <summary>Whether there is a comment at all above the member; most have none, and it is cheaper to see than to read.</summary>
    public static bool IsCommented(ISymbol member, CancellationToken cancellation)
    {
        // A field, too, declares more than one member, and its comment stands above the whole.
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax(cancellation);
            var trivia = (declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? declaration).GetLeadingTrivia();
            foreach (var piece in trivia)
            {
                if (!piece.IsKind(SyntaxKind.WhitespaceTrivia) && !piece.IsKind(SyntaxKind.EndOfLineTrivia))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// The elements of the member's only comment, where the compiler takes it for documentation and would hand out the text as it
    /// stands, else <see langword="null"/>.
    /// </summary>
    public static string? OfNamingNothing(ISymbol member, CancellationToken cancellation)
    {
        if (member is IFieldSymbol || member.DeclaringSyntaxReferences.Length != 1)
        {
            return null;
        }

        string? comment = null;
        foreach (var piece in member.DeclaringSyntaxReferences[0].GetSyntax(cancellation).GetLeadingTrivia())
        {
            if (piece.IsKind(SyntaxKind.WhitespaceTrivia) || piece.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                continue;
            }

            if (comment is not null || !piece.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
            {
                return null;
            }

            comment = string.Join("\n", CommentLines(piece));
        }

        return comment is null || ResolvedWords.Any(word => comment.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) ? null : comment;
    }

    private static string? CommentOf(ISymbol member, CancellationToken cancellation) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } declaration
            ? string.Join("\n", declaration.GetLeadingTrivia().SelectMany(CommentLines))
            : null;

    private static IEnumerable<string> CommentLines(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineDocumentationCommentTrivia => Lines(trivia.ToFullString()).Select(WithoutSlashes),
        SyntaxKind.MultiLineDocumentationCommentTrivia => WithoutStars(trivia.ToFullString()),
        SyntaxKind.SingleLineCommentTrivia when trivia.ToFullString() is var text && IsDocumentation(text, "///", '/') => [WithoutSlashes(text)],
        SyntaxKind.MultiLineCommentTrivia when trivia.ToFullString() is var text && IsDocumentation(text, "/**", '*') => WithoutStars(text),
        _ => [],
    };

    private static bool IsDocumentation(string text, string start, char more) =>
        text.StartsWith(start, StringComparison.Ordinal) && !(text.Length > 3 && text[3] == more);

    private static string[] Lines(string text) => text.Split('\n');

    private static string WithoutSlashes(string line)
    {
        var text = line.TrimStart();
        return text.StartsWith("///", StringComparison.Ordinal) ? text.Substring(3) : text;
    }

    private static IEnumerable<string> WithoutStars(string comment)
    {
        var text = comment.Trim();
        text = text.StartsWith("/**", StringComparison.Ordinal) ? text.Substring(3) : text;
        text = text.EndsWith("*/", StringComparison.Ordinal) ? text.Substring(0, text.Length - 2) : text;
        foreach (var line in Lines(text))
        {
            var trimmed = line.TrimStart();
            yield return trimmed.StartsWith("*", StringComparison.Ordinal) ? trimmed.Substring(1) : line;
        }
    }
}
