namespace TypedMetrics.Registry;

/// <summary>How a call of the user's code has ended for the scrapes that waited for it.</summary>
/// <param name="IsInTime">Whether it has ended at all.</param>
/// <param name="Exception">What it threw, if it did.</param>
internal readonly record struct CallOutcome(bool IsInTime, Exception? Exception)
{
    /// <summary>Whether it has done what it was called for.</summary>
    public bool IsDone => IsInTime && Exception is null;
}
