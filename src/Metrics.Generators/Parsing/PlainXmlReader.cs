using System.Xml.Linq;

namespace TypedMetrics.Generators.Parsing;

/// <summary>
/// Reads XML as plain as most documentation comments are: elements, attributes and text, no references, comments or names with
/// colons. The framework's reader fills some tens of kilobytes before it has read a letter; it is left what this one does not know.
/// </summary>
internal sealed class PlainXmlReader
{
    private const int MaximumDepth = 16;

    private readonly string _text;
    private int _at;

    // XML 1.0, 2.11: whatever ends a line is read as a line feed.
    private PlainXmlReader(string text) => _text = text.IndexOf('\r') < 0 ? text : text.Replace("\r\n", "\n").Replace('\r', '\n');

    /// <summary>The text's elements under one root, or <see langword="null"/> where it is not that plain, or not well-formed.</summary>
    public static XElement? Read(string text, string root)
    {
        var element = new XElement(root);
        return new PlainXmlReader(text).Content(element, null, 0) ? element : null;
    }

    private bool Content(XElement parent, string? name, int depth)
    {
        while (Text(parent))
        {
            if (_at == _text.Length)
            {
                return name is null;
            }

            _at++;
            if (Skip('/'))
            {
                return name is not null && Name() == name && Skipped('>');
            }

            if (depth == MaximumDepth || !Element(parent, depth))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Reads text up to the next element, or the end.</summary>
    private bool Text(XElement parent)
    {
        var start = _at;
        for (; _at < _text.Length && _text[_at] != '<'; _at++)
        {
            if (!IsPlain(_text[_at]) || (_text[_at] == ']' && string.CompareOrdinal(_text, _at, "]]>", 0, 3) == 0))
            {
                return false;
            }
        }

        if (_at > start)
        {
            parent.Add(_text.Substring(start, _at - start));
        }

        return true;
    }

    private bool Element(XElement parent, int depth)
    {
        var name = Name();
        if (name.Length == 0)
        {
            return false;
        }

        var element = new XElement(name);
        parent.Add(element);
        while (_at < _text.Length && IsSpace(_text[_at]))
        {
            SkipSpace();
            if (_at < _text.Length && _text[_at] is not ('/' or '>') && !Attribute(element))
            {
                return false;
            }
        }

        if (Skip('/'))
        {
            return Skip('>');
        }

        if (!Skip('>') || !Content(element, name, depth + 1))
        {
            return false;
        }

        // <a></a> is not <a/>.
        if (element.IsEmpty)
        {
            element.Add("");
        }

        return true;
    }

    private bool Attribute(XElement element)
    {
        var name = Name();
        if (name is "" or "xmlns" || element.Attribute(name) is not null || !Skipped('='))
        {
            return false;
        }

        SkipSpace();
        if (_at == _text.Length || _text[_at] is not ('"' or '\'') || _text.IndexOf(_text[_at], _at + 1) is not (> 0 and var end))
        {
            return false;
        }

        for (var i = _at + 1; i < end; i++)
        {
            if (!IsPlain(_text[i]) || _text[i] is '<' or '\t' or '\n')
            {
                return false;
            }
        }

        element.Add(new XAttribute(name, _text.Substring(_at + 1, end - _at - 1)));
        _at = end + 1;
        return true;
    }

    private string Name()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
        {
            _at++;
        }

        return _text.Substring(start, _at - start);
    }

    private bool Skipped(char c)
    {
        SkipSpace();
        return Skip(c);
    }

    private bool Skip(char c)
    {
        if (_at == _text.Length || _text[_at] != c)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && IsSpace(_text[_at]))
        {
            _at++;
        }
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n';

    private static bool IsPlain(char c) => c is '\t' or '\n' or (>= ' ' and < '\uD800' and not '&');
}
