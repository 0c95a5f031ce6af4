using System.Linq;
using System.Text;
using System.Xml.Linq;

namespace TypedMetrics.Generators.Parsing;

/// <summary>
/// Writes XML as text. The framework's writer takes some ten kilobytes however short the text is; it is left what is rare.
/// </summary>
internal static class PlainXmlWriter
{
    /// <summary>The text as an element's content.</summary>
    public static string Escaped(string text) =>
        text.IndexOfAny(['&', '<', '>']) < 0 ? text : text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>The node without any white space of its own.</summary>
    public static string Of(XNode node)
    {
        if (node is XText and not XCData && IsPlain(((XText)node).Value))
        {
            return Escaped(((XText)node).Value);
        }

        var text = new StringBuilder();
        return TryAppend(text, node) ? text.ToString() : node.ToString(SaveOptions.DisableFormatting);
    }

    private static bool TryAppend(StringBuilder text, XNode node)
    {
        switch (node)
        {
            case XCData:
                return false;
            case XText { Value: var value } when IsPlain(value):
                text.Append(Escaped(value));
                return true;
            case XElement element when element.Name.Namespace == XNamespace.None && element.Attributes().All(IsPlain):
                return TryAppendElement(text, element);
            default:
                return false;
        }
    }

    private static bool TryAppendElement(StringBuilder text, XElement element)
    {
        text.Append('<').Append(element.Name.LocalName);
        foreach (var attribute in element.Attributes())
        {
            text.Append(' ').Append(attribute.Name.LocalName).Append("=\"").Append(Escaped(attribute.Value).Replace("\"", "&quot;")).Append('"');
        }

        if (element.IsEmpty)
        {
            text.Append(" />");
            return true;
        }

        text.Append('>');
        foreach (var node in element.Nodes())
        {
            if (!TryAppend(text, node))
            {
                return false;
            }
        }

        text.Append("</").Append(element.Name.LocalName).Append('>');
        return true;
    }

    private static bool IsPlain(XAttribute attribute) =>
        attribute.Name.Namespace == XNamespace.None && !attribute.IsNamespaceDeclaration && IsPlain(attribute.Value) && attribute.Value.IndexOfAny(['\t', '\n']) < 0;

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is not ('\t' or '\n' or (>= ' ' and < '\uD800')))
            {
                return false;
            }
        }

        return true;
    }
}
