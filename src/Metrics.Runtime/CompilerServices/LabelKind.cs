namespace TypedMetrics.CompilerServices;

/// <summary>Where the values of a label come from.</summary>
internal enum LabelKind
{
    /// <summary>A list.</summary>
    Closed,

    /// <summary>The integers of a range.</summary>
    Range,

    /// <summary>The run time, up to a maximum.</summary>
    Open,

    /// <summary>The run time, up to the maximum of a type that several metrics share.</summary>
    OpenType,
}
