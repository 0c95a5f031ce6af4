namespace TypedMetrics.Runtime.Tests.Instruments;

/// <summary>States whose numbers are not 0, 1, 2.</summary>
internal enum BreakerState : short
{
    Closed = 2,
    Open = 4,
    HalfOpen = -1,
}
