namespace TypedMetrics.Generators.Provenance;

/// <summary>How the value of a <see cref="Definition"/> follows from its operation.</summary>
internal enum DefinitionKind
{
    /// <summary>It is the operation's value, or a part of it.</summary>
    Value,

    /// <summary>It is the result of <c>+=</c> and the like: the old value and the operation's.</summary>
    Compound,

    /// <summary>It is one more or less than before.</summary>
    Step,

    /// <summary>The operation is a call, and the variable one of its <c>out</c> or <c>ref</c> arguments.</summary>
    Argument,

    /// <summary>The operation is a call that adds its arguments to what the variable refers to.</summary>
    Addition,

    /// <summary>The operation is a call of the framework that writes into a buffer.</summary>
    Buffer,

    /// <summary>The operation is an argument, and the method that gets it may add to the object.</summary>
    Lent,

    /// <summary>The operation's value becomes an element of what the variable refers to.</summary>
    Element,

    /// <summary>The operation's value becomes what a member of the object holds that the variable refers to.</summary>
    Member,

    /// <summary>The operation is what a function returns by reference, and callers may assign through it.</summary>
    Referred,
}
