namespace TypedMetrics.Generators.Provenance;

/// <summary>A row of a table of framework members: what holds for the named members of a type.</summary>
/// <param name="type">The metadata name of the type that declares them; overrides and inherited members are included.</param>
/// <param name="value">What holds for them.</param>
/// <param name="members">Their names, an indexer's being <c>Item</c>; none for every member.</param>
internal sealed class MemberRow<T>(string type, T value, params string[] members)
{
    public string Type { get; } = type;

    public T Value { get; } = value;

    public string[] Members { get; } = members;
}
