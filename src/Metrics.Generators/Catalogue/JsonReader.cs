using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace TypedMetrics.Generators.Catalogue;

/// <summary>Reads JSON (RFC 8259). What it is given comes from other people's assemblies, so it throws at nothing.</summary>
internal sealed class JsonReader
{
    // Far above what a catalogue needs, and far below what a stack holds.
    private const int MaximumDepth = 64;

    private readonly string _text;
    private int _position;
    private int _depth;

    private JsonReader(string text) => _text = text;

    /// <summary>The value, or <see langword="null"/> where the text is not JSON.</summary>
    public static JsonValue? Read(string text)
    {
        var reader = new JsonReader(text);
        var value = reader.Value();
        reader.SkipBlanks();
        return reader._position == text.Length ? value : null;
    }

    private JsonValue? Value()
    {
        SkipBlanks();
        if (_position == _text.Length || _depth == MaximumDepth)
        {
            return null;
        }

        _depth++;
        JsonValue? value = _text[_position] switch
        {
            '{' => Object(),
            '[' => List(),
            '"' => Text() is { } text ? new JsonScalar(text) : null,
            't' => Word("true", true),
            'f' => Word("false", false),
            'n' => Word("null", null),
            _ => Number(),
        };
        _depth--;
        return value;
    }

    private JsonObject? Object()
    {
        var members = new Dictionary<string, JsonValue>();
        _position++;
        if (Take('}'))
        {
            return new(members);
        }

        do
        {
            SkipBlanks();
            if (Text() is not { } name || !Take(':') || Value() is not { } value)
            {
                return null;
            }

            members[name] = value;
        }
        while (Take(','));
        return Take('}') ? new(members) : null;
    }

    private JsonList? List()
    {
        var items = new List<JsonValue>();
        _position++;
        if (Take(']'))
        {
            return new(items);
        }

        do
        {
            if (Value() is not { } value)
            {
                return null;
            }

            items.Add(value);
        }
        while (Take(','));
        return Take(']') ? new(items) : null;
    }

    private string? Text()
    {
        if (_position == _text.Length || _text[_position] != '"')
        {
            return null;
        }

        var text = new StringBuilder();
        for (_position++; _position < _text.Length; _position++)
        {
            var c = _text[_position];
            if (c == '"')
            {
                _position++;
                return text.ToString();
            }

            if (c < ' ' || (c == '\\' && !Escape(text)))
            {
                return null;
            }

            if (c != '\\')
            {
                text.Append(c);
            }
        }

        return null;
    }

    /// <summary>Reads from the backslash to the last character of the escape.</summary>
    private bool Escape(StringBuilder text)
    {
        if (++_position == _text.Length)
        {
            return false;
        }

        var c = _text[_position];
        if (c == 'u')
        {
            if (_position + 4 >= _text.Length
                || !ushort.TryParse(_text.Substring(_position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                return false;
            }

            _position += 4;
            text.Append((char)code);
            return true;
        }

        var index = "\"\\/bfnrt".IndexOf(c);
        if (index < 0)
        {
            return false;
        }

        text.Append("\"\\/\b\f\n\r\t"[index]);
        return true;
    }

    private JsonScalar? Number()
    {
        var start = _position;
        while (_position < _text.Length && (_text[_position] is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E'))
        {
            _position++;
        }

        return double.TryParse(_text.Substring(start, _position - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new(number)
            : null;
    }

    private JsonScalar? Word(string word, object? value)
    {
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0)
        {
            return null;
        }

        _position += word.Length;
        return new(value);
    }

    private bool Take(char c)
    {
        SkipBlanks();
        if (_position == _text.Length || _text[_position] != c)
        {
            return false;
        }

        _position++;
        return true;
    }

    private void SkipBlanks()
    {
        while (_position < _text.Length && (_text[_position] is ' ' or '\t' or '\n' or '\r'))
        {
            _position++;
        }
    }
}
