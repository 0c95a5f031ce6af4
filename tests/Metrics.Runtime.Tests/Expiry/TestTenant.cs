using TypedMetrics.CompilerServices;

namespace TypedMetrics.Runtime.Tests.Expiry;

/// <summary>
/// What the generator makes of a type marked <c>[OpenLabel(3), ExpireAfter(100)]</c>. Its values are static, so the classes that
/// use it are one collection, whose tests run one after the other.
/// </summary>
internal readonly record struct TestTenant(long Value) : IOpenLabel<TestTenant>
{
    public static OpenLabelValues Values { get; set; } = new(3, Mortal.Seconds);

    public string Text => Values.TextOf(Value);

    public static TestTenant Of(string text) => new(Values.Intern(text));
}
