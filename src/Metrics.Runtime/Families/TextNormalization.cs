using System.Text;

namespace TypedMetrics.Families;

/// <summary>Replaces what UTF-8 cannot say (surrogates without their other half) by U+FFFD, as the encoder does.</summary>
internal static class TextNormalization
{
    /// <summary>Whether the text has no lone surrogate.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }

    /// <summary>The text with each lone surrogate replaced.</summary>
    public static string ToWellFormed(ReadOnlySpan<char> text) =>
        IsWellFormed(text) ? text.ToString() : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToArray()));
}
