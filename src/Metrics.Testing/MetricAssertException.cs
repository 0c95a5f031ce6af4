namespace TypedMetrics.Testing;

/// <summary>An assertion over metrics does not hold. Every test framework takes it for a failure.</summary>
public sealed class MetricAssertException : Exception
{
    internal MetricAssertException(string message)
        : base(message)
    {
    }
}
