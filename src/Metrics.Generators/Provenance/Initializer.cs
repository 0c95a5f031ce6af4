using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>What a field or property holds from its initializer on.</summary>
internal sealed class Initializer
{
    private Initializer(bool isSingleValue, FunctionBody? body, IOperation? value)
    {
        IsSingleValue = isSingleValue;
        Body = body;
        Value = value;
    }

    /// <summary>A static read-only text, number or date: one value in the life of the process, whichever it is.</summary>
    public static Initializer SingleValue { get; } = new(true, null, null);

    /// <summary>Nothing is known of the contents.</summary>
    public static Initializer Opaque { get; } = new(false, null, null);

    public bool IsSingleValue { get; }

    /// <summary>The initializer's own body.</summary>
    public FunctionBody? Body { get; }

    /// <summary>The initial value, an operation of <see cref="Body"/>.</summary>
    public IOperation? Value { get; }

    public static Initializer Of(FunctionBody body, IOperation value) => new(false, body, value);
}
