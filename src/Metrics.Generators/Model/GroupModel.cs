namespace TypedMetrics.Generators.Model;

/// <summary>A type with instruments: what one generated file is written from.</summary>
/// <param name="FullName">Namespace, containing types and name, joined by dots.</param>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="HolderName">The name of the generated type that holds a static group's families.</param>
internal sealed record GroupModel(string FullName, string HintName, string HolderName)
{
    /// <summary>The escaped namespace; empty for the global one.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The heads of the containing types and of the group, outermost first: <c>partial class ShopMetrics</c>.</summary>
    public EquatableArray<string> Types { get; init; }

    /// <summary>Each written <c>name=value</c>.</summary>
    public EquatableArray<string> ConstantLabels { get; init; }

    public string? Owner { get; init; }

    /// <summary>What an instance group needs; <see langword="null"/> for a static one.</summary>
    public InstanceModel? Instance { get; init; }

    /// <summary>The members in the order of their declaration.</summary>
    public EquatableArray<AccessorModel> Accessors { get; init; }

    /// <summary>The members that are read at every scrape, in the order of their declaration.</summary>
    public EquatableArray<CallbackModel> Callbacks { get; init; }

    /// <summary>Compiler warnings that the signatures cause by naming obsolete or experimental types.</summary>
    public EquatableArray<string> SuppressedWarnings { get; init; }
}
