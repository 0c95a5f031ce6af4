using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>What a field or property holds from its initializer on.</summary>
/// <param name="body">The initializer's own body.</param>
/// <param name="value">The initial value, an operation of that body.</param>
internal sealed class Initializer(FunctionBody body, IOperation value)
{
    public FunctionBody Body { get; } = body;

    public IOperation Value { get; } = value;
}
