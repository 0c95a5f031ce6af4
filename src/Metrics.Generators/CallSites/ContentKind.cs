namespace TypedMetrics.Generators.CallSites;

/// <summary>What <see cref="Contents"/> are made of.</summary>
internal enum ContentKind
{
    /// <summary>Texts, in sequences or tuples.</summary>
    Texts,

    /// <summary>Pairs of a key and a text, in sequences, tag lists or dictionaries.</summary>
    Pairs,
}
