namespace TypedMetrics.Generators.Model;

/// <summary>What bounds a label.</summary>
internal enum LabelKind
{
    /// <summary>Two values, no <c>other</c>.</summary>
    Bool,

    /// <summary>The numbers that an enum declares.</summary>
    Enum,

    /// <summary>A list of texts.</summary>
    OneOf,

    /// <summary>A range of integers.</summary>
    Range,

    /// <summary>The first so many different texts.</summary>
    Open,
}
