namespace TypedMetrics.Generators.Model;

/// <summary>A type marked <c>[OpenLabel]</c>: what its generated part is written from.</summary>
/// <param name="Type">The type as C# names it in any file.</param>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="HolderName">The name of the generated type that holds its values.</param>
/// <param name="Maximum">How many texts are values of their own.</param>
internal sealed record OpenLabelModel(string Type, string HintName, string HolderName, int Maximum)
{
    /// <summary>The escaped namespace; empty for the global one.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The identifier of the type.</summary>
    public string Name { get; init; } = "";

    /// <summary>The heads of the containing types and of the type, outermost first: <c>partial struct Tenant</c>.</summary>
    public EquatableArray<string> Types { get; init; }

    /// <summary>After how many seconds unseen a text is freed; <see langword="null"/> where texts stay.</summary>
    public double? ExpireAfter { get; init; }

    /// <summary>How many values the label takes: the texts, the empty one and <c>other</c>.</summary>
    public long Size => (long)Maximum + 2;

    /// <summary>Compiler warnings that naming the type causes.</summary>
    public EquatableArray<string> SuppressedWarnings { get; init; }
}
