namespace TypedMetrics;

/// <summary>
/// States that values are few, whatever they are made of, so that the analyzers do not report them where they reach a
/// label (MET210 to MET213). On a member, parameter or return value it holds for that value, on a type for its values as text.
/// </summary>
/// <example>
/// For a type of others, on the assembly: <c>[assembly: BoundedValues(typeof(Device), "Model")]</c>.
/// </example>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.ReturnValue
        | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Assembly,
    AllowMultiple = true)]
public sealed class BoundedValuesAttribute : Attribute
{
    /// <summary>States it of what the attribute stands on.</summary>
    public BoundedValuesAttribute()
    {
    }

    /// <summary>States it of a type, or of some of its members; for use on the assembly.</summary>
    /// <param name="type">The type.</param>
    /// <param name="members">The names of fields, properties and methods; none for the type's values themselves.</param>
    public BoundedValuesAttribute(Type type, params string[] members)
    {
        Type = type;
        Members = members;
    }

    /// <summary>The type that the statement is about; <see langword="null"/> for what the attribute stands on.</summary>
    public Type? Type { get; }

    /// <summary>The members that the statement is about.</summary>
    public IReadOnlyList<string> Members { get; } = [];
}
