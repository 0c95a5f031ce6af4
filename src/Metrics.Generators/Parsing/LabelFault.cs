namespace TypedMetrics.Generators.Parsing;

/// <summary>Why a parameter or member makes no label.</summary>
internal enum LabelFault
{
    /// <summary>It makes one.</summary>
    None,

    /// <summary>A string, or a span of characters, without a maximum: MET201's matter.</summary>
    OpenString,

    /// <summary>A type that nothing bounds, such as <c>Guid</c> or an integer without a range: MET202's matter.</summary>
    Unbounded,

    /// <summary>A problem of this project's own (MET001-099), already reported, or an error that the compiler reports.</summary>
    Reported,
}
