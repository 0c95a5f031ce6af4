namespace TypedMetrics.Generators.Parsing;

/// <summary>The size of a label as a number that an index can be made of.</summary>
internal static class LabelSize
{
    /// <summary>The size, or the highest integer where it is above; <c>MET016</c> reports that one.</summary>
    public static int Saturated(long size) => size > int.MaxValue ? int.MaxValue : (int)size;
}
