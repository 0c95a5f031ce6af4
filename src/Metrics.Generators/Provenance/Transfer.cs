using System;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Which of a call's operands its result is made of.</summary>
[Flags]
internal enum Transfer
{
    None = 0,

    /// <summary>The object that the member belongs to.</summary>
    Receiver = 1,

    /// <summary>The first argument: the receiver of an extension method, the input of a conversion.</summary>
    First = 2,

    /// <summary>Every argument.</summary>
    Arguments = 4,

    /// <summary>The arguments after the second: a look-up's fallback.</summary>
    Fallback = 8,

    /// <summary>The result is a text around the operands.</summary>
    Composes = 16,
}
