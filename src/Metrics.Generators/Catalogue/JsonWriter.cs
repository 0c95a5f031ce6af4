using System.Text;
using TypedMetrics.Generators.Emission;

namespace TypedMetrics.Generators.Catalogue;

/// <summary>Writes JSON (RFC 8259), with commas where they belong. What an editor could not show, or a file not hold, is escaped.</summary>
internal sealed class JsonWriter(StringBuilder json)
{
    private bool _isFirst = true;

    /// <summary>Begins an object or a list.</summary>
    public void Begin(char bracket)
    {
        Separate();
        json.Append(bracket);
        _isFirst = true;
    }

    /// <summary>Ends it.</summary>
    public void End(char bracket)
    {
        json.Append(bracket);
        _isFirst = false;
    }

    /// <summary>Begins the next item of a list on a line of its own.</summary>
    public void Line()
    {
        Separate();
        json.Append('\n');
        _isFirst = true;
    }

    /// <summary>The name of an object's member, whose value comes next.</summary>
    public JsonWriter Name(string name)
    {
        Text(name);
        json.Append(':');
        _isFirst = true;
        return this;
    }

    /// <summary>A number or a flag.</summary>
    public void Plain(string value)
    {
        Separate();
        json.Append(value);
    }

    public void Text(string text)
    {
        Separate();
        json.Append('"');
        if (Literal.IsPlain(text))
        {
            json.Append(text);
        }
        else
        {
            Escaped(text);
        }

        json.Append('"');
    }

    private void Escaped(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                json.Append(c).Append(text[++i]);
            }
            else if (c is '"' or '\\')
            {
                json.Append('\\').Append(c);
            }
            else
            {
                json.Append(Literal.IsUnsafe(c) ? Literal.Hexadecimal(c) : c.ToString());
            }
        }
    }

    private void Separate()
    {
        if (!_isFirst)
        {
            json.Append(',');
        }

        _isFirst = false;
    }
}
