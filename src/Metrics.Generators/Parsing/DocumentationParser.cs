using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Parsing;

/// <summary>
/// Takes over what the user documented. The compiler has resolved each <c>cref</c> to a documentation id, which means the
/// same without the user's usings; where it keeps no documentation the text of the summary remains.
/// </summary>
internal static class DocumentationParser
{
    public static DocumentationModel Parse(ISymbol member, ParsingContext context)
    {
        if (!DocumentationText.IsCommented(member, context.Cancellation))
        {
            return DocumentationModel.None;
        }

        if (Elements(member, context) is not { } documentation)
        {
            var summary = DocumentationText.SummaryOf(member, context.Cancellation);
            return summary is null ? DocumentationModel.None : DocumentationModel.None with { Summary = PlainXmlWriter.Escaped(summary) };
        }

        MakeRepeatable(documentation, member);
        var isRepeatable = !documentation.Descendants().Any(static element => element.Name.LocalName == "include");
        var rest = new List<string>();
        foreach (var element in documentation.Elements())
        {
            if (element.Name.LocalName is not ("summary" or "remarks"))
            {
                rest.Add(PlainXmlWriter.Of(element));
            }
        }

        return new(Inner(documentation.Element("summary")), Inner(documentation.Element("remarks")), new(rest), isRepeatable)
        {
            IsInherited = documentation.Element("inheritdoc") is not null,
        };
    }

    // What names nothing the compiler need not resolve, which takes it several times as long as to read the text.
    private static XElement? Elements(ISymbol member, ParsingContext context) =>
        DocumentationText.OfNamingNothing(member, context.Cancellation) is { } plain
            ? DocumentationText.Read(plain)
            : DocumentationText.Read(member.GetDocumentationCommentXml(cancellationToken: context.Cancellation))?.Element("member");

    /// <summary>
    /// Takes out what the compiler warns of, as it has at the user's part: parameters that are not there or not all there,
    /// and references to such.
    /// </summary>
    private static void MakeRepeatable(XElement documentation, ISymbol member)
    {
        var parameters = member is IMethodSymbol method ? method.Parameters.Select(static parameter => parameter.Name).ToList() : [];
        var documented = documentation.Elements("param").ToList();
        if (!documented.Select(NameOf).OrderBy(static name => name, StringComparer.Ordinal).SequenceEqual(parameters.OrderBy(static name => name, StringComparer.Ordinal)))
        {
            documented.ForEach(static element => element.Remove());
        }

        documentation.Elements("typeparam").ToList().ForEach(static element => element.Remove());
        foreach (var reference in documentation.Descendants().Where(static element => element.Name.LocalName is "paramref" or "typeparamref").ToList())
        {
            if (reference.Name.LocalName == "typeparamref" || !parameters.Contains(NameOf(reference)))
            {
                reference.ReplaceWith(new XElement("c", NameOf(reference)));
            }
        }
    }

    private static string NameOf(XElement element) => element.Attribute("name")?.Value ?? "";

    private static string? Inner(XElement? element) =>
        element is null ? null : string.Concat(element.Nodes().Select(PlainXmlWriter.Of)).Trim();
}
