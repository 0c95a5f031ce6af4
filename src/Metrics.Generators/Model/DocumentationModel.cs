namespace TypedMetrics.Generators.Model;

/// <summary>The XML documentation that the user wrote, which the implementing part replaces and so must repeat.</summary>
/// <param name="Summary">The inner XML of <c>summary</c>.</param>
/// <param name="Remarks">The inner XML of <c>remarks</c>.</param>
/// <param name="Rest">The outer XML of all other elements.</param>
/// <param name="IsRepeatable">Whether the text keeps its meaning in another file: <c>include</c> does not.</param>
internal sealed record DocumentationModel(string? Summary, string? Remarks, EquatableArray<string> Rest, bool IsRepeatable)
{
    /// <summary>Whether the summary is another member's.</summary>
    public bool IsInherited { get; init; }

    public static DocumentationModel None { get; } = new(null, null, default, true);
}
