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
        var resolved = member.GetDocumentationCommentXml(cancellationToken: context.Cancellation);
        if (DocumentationText.Read(resolved)?.Element("member") is not { } documentation)
        {
            var summary = DocumentationText.SummaryOf(member, context.Cancellation);
            return summary is null ? DocumentationModel.None : DocumentationModel.None with { Summary = new XText(summary).ToString() };
        }

        var isRepeatable = !documentation.Descendants().Any(static element => element.Name.LocalName == "include");
        var rest = new List<string>();
        foreach (var element in documentation.Elements())
        {
            if (element.Name.LocalName is not ("summary" or "remarks"))
            {
                rest.Add(element.ToString(SaveOptions.DisableFormatting));
            }
        }

        return new(Inner(documentation.Element("summary")), Inner(documentation.Element("remarks")), new(rest), isRepeatable);
    }

    private static string? Inner(XElement? element) =>
        element is null ? null : string.Concat(element.Nodes().Select(static node => node.ToString(SaveOptions.DisableFormatting))).Trim();
}
