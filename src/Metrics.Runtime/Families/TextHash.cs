namespace TypedMetrics.Families;

/// <summary>
/// The hash of interned texts. Its key is random per process, so that nobody who chooses label values can choose
/// collisions.
/// </summary>
internal static class TextHash
{
    /// <summary>The hash of a text.</summary>
    public static uint Of(ReadOnlySpan<char> text) => (uint)string.GetHashCode(text);
}
