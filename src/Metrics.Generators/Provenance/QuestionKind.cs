namespace TypedMetrics.Generators.Provenance;

/// <summary>What a <see cref="Question"/> asks of its subject.</summary>
internal enum QuestionKind
{
    /// <summary>What a definition gives to its variable.</summary>
    Defined,

    /// <summary>What a function returns, over its inputs.</summary>
    Returned,

    /// <summary>What an <c>out</c> or <c>ref</c> parameter holds when its function returns, over the function's inputs.</summary>
    Assigned,

    /// <summary>What a function adds to an object that it is passed, over the function's inputs.</summary>
    Added,

    /// <summary>What a member holds after a constructor, over its inputs.</summary>
    Constructed,

    /// <summary>What callers in the compilation pass for a parameter.</summary>
    Passed,

    /// <summary>What is written to a field or property anywhere in the compilation.</summary>
    Held,

    /// <summary>What a delegate that a field or property holds is called with.</summary>
    Called,
}
