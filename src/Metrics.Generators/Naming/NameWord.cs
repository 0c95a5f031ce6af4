namespace TypedMetrics.Generators.Naming;

/// <summary>A word of a name, in small letters, and where it stands.</summary>
internal readonly record struct NameWord(int Start, int Length, string Text)
{
    public int End => Start + Length;
}
