using System.ComponentModel;

namespace TypedMetrics.CompilerServices;

/// <summary>What generated code adds to a type marked <c>[OpenLabel]</c>, for accessors and declarations.</summary>
/// <typeparam name="TSelf">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenLabel<TSelf> : IEquatable<TSelf>
    where TSelf : struct, IOpenLabel<TSelf>
{
    /// <summary>The values of the type.</summary>
    static abstract OpenLabelValues Values { get; }

    /// <summary>The value, as <see cref="OpenLabelValues.Intern(string?)"/> gave it.</summary>
    long Value { get; }
}
