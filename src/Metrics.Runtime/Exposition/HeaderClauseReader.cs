namespace TypedMetrics.Exposition;

/// <summary>
/// Reads the clauses of one Accept or Accept-Encoding header line (RFC 9110, 12.4 and 5.6). Blanks may stand around
/// <c>;</c>, <c>,</c> and <c>=</c>; values may be quoted; a malformed clause is skipped, and what follows a quote that never
/// closes with it. Reads each character once and at most <see cref="MaximumLength"/> of them.
/// </summary>
internal ref struct HeaderClauseReader(ReadOnlySpan<char> line)
{
    /// <summary>What stands beyond in a line is not looked at.</summary>
    public const int MaximumLength = 16 * 1024;

    private const string Blanks = " \t";

    private ReadOnlySpan<char> _rest = line.Length > MaximumLength ? line[..MaximumLength] : line;

    /// <summary>Reads the next well-formed clause.</summary>
    public bool Read(out HeaderClause clause)
    {
        while (!_rest.IsEmpty)
        {
            if (TryReadClause(out clause))
            {
                return true;
            }
        }

        clause = default;
        return false;
    }

    private bool TryReadClause(out HeaderClause clause)
    {
        clause = new HeaderClause { Weight = 1000, Value = Part(out var delimiter).Trim(Blanks) };
        var isValid = IsRange(clause.Value);
        var isExtension = false;
        while (delimiter == ';')
        {
            var parameter = Part(out delimiter).Trim(Blanks);
            isValid &= isExtension || parameter.IsEmpty || Take(parameter, ref clause, ref isExtension);
        }

        return isValid;
    }

    // Up to the next delimiter outside quotes; '\0' stands for the end of the line and '"' for a quote that never closes.
    private ReadOnlySpan<char> Part(out char delimiter)
    {
        var isQuoted = false;
        for (var i = 0; i < _rest.Length; i++)
        {
            switch (_rest[i])
            {
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case '\\' when isQuoted:
                    i++;
                    break;
                case (',' or ';') and var found when !isQuoted:
                    delimiter = found;
                    var part = _rest[..i];
                    _rest = _rest[(i + 1)..];
                    return part;
            }
        }

        delimiter = '\0';
        var last = _rest;
        _rest = default;
        return last;
    }

    private static bool Take(ReadOnlySpan<char> parameter, ref HeaderClause clause, ref bool isExtension)
    {
        var equals = parameter.IndexOf('=');
        if (equals < 0)
        {
            return false;
        }

        var name = parameter[..equals].TrimEnd(Blanks);
        if (!IsToken(name) || !TryUnquote(parameter[(equals + 1)..].TrimStart(Blanks), out var value))
        {
            return false;
        }

        if (name.Equals("q", StringComparison.OrdinalIgnoreCase))
        {
            // What follows the weight belongs to no media type.
            isExtension = true;
            return TryWeight(value, out clause.Weight);
        }

        if (name.Equals("version", StringComparison.OrdinalIgnoreCase))
        {
            clause.Version = value;
        }
        else if (name.Equals("escaping", StringComparison.OrdinalIgnoreCase))
        {
            clause.Escaping = value;
        }

        return true;
    }

    private static bool TryUnquote(ReadOnlySpan<char> text, out ReadOnlySpan<char> value)
    {
        value = text;
        if (text.IsEmpty || text[0] != '"')
        {
            return IsToken(text);
        }

        if (text.Length < 2 || text[^1] != '"')
        {
            return false;
        }

        value = text[1..^1];
        if (value.Contains('\\'))
        {
            value = Unescape(value);
            return true;
        }

        return !value.Contains('"');
    }

    private static string Unescape(ReadOnlySpan<char> text)
    {
        var unescaped = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                i++;
            }

            unescaped.Append(text[i]);
        }

        return unescaped.ToString();
    }

    // 0, 0.5, 0.123, 1, 1.000; further digits are cut off.
    private static bool TryWeight(ReadOnlySpan<char> text, out int thousandths)
    {
        thousandths = 0;
        if (text.IsEmpty || text[0] is not ('0' or '1') || (text.Length > 1 && text[1] != '.'))
        {
            return false;
        }

        thousandths = (text[0] - '0') * 1000;
        var isMore = false;
        for (var i = 2; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }

            thousandths += (text[i] - '0') * (i switch { 2 => 100, 3 => 10, 4 => 1, _ => 0 });
            isMore |= text[i] != '0';
        }

        // 0.0001 is small and yet not "not acceptable".
        thousandths = thousandths == 0 && isMore ? 1 : thousandths;
        return thousandths <= 1000;
    }

    private static bool IsRange(ReadOnlySpan<char> text)
    {
        var slash = text.IndexOf('/');
        return slash < 0 ? IsToken(text) : IsToken(text[..slash]) && IsToken(text[(slash + 1)..]);
    }

    private static bool IsToken(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !"!#$%&'*+-.^_`|~".Contains(c))
            {
                return false;
            }
        }

        return !text.IsEmpty;
    }
}
