namespace TypedMetrics.Expiry;

/// <summary>What is known of one index of an expiring label.</summary>
internal struct ValueState
{
    /// <summary>
    /// The first generation of the index' present text; negative, of its next one, while the index rests or is free.
    /// </summary>
    public int Birth;

    /// <summary>The period in which the text was seen last.</summary>
    public int LastSeen;
}
