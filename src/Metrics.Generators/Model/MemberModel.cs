namespace TypedMetrics.Generators.Model;

/// <summary>The C# of a partial member, with everything fully qualified, as its implementing part repeats it.</summary>
/// <param name="Name">The identifier, escaped where it is a keyword.</param>
/// <param name="Modifiers">The modifiers up to <c>partial</c>.</param>
/// <param name="ReturnType">The type of the property or of the method's result.</param>
internal sealed record MemberModel(string Name, string Modifiers, string ReturnType)
{
    /// <summary>The type parameters in angle brackets; an error, but one that is reported once.</summary>
    public string TypeParameters { get; init; } = "";

    /// <summary>The parameters of a method without parentheses; <see langword="null"/> for a property.</summary>
    public string? Parameters { get; init; }

    /// <summary>The <c>where</c> clauses of a generic method.</summary>
    public string Constraints { get; init; } = "";

    /// <summary>The accessors of a property.</summary>
    public EquatableArray<string> Accessors { get; init; }

    /// <summary>The parameters taken by reference, which a body copies first: what they refer to may change at any time.</summary>
    public EquatableArray<(string Parameter, string Local)> Copies { get; init; }

    /// <summary>Whether a body would have to assign a parameter; an error, but one that is reported once.</summary>
    public bool HasOutParameter { get; init; }

    /// <summary>The names of all parameters, which the locals of a body keep clear of.</summary>
    public EquatableArray<string> ParameterNames { get; init; }
}
