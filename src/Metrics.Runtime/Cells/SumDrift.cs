namespace TypedMetrics.Cells;

/// <summary>
/// Says when counts belong to the sum that was read before them: where the sum is the same afterwards, nothing but what a
/// thread is just between its two additions with can be in the one and not in the other. Otherwise both are read anew. Where
/// observations come so fast that each reading meets some, one of the least is taken: at most twice what the calmest reading met.
/// A reader that was suspended in between is never taken by that.
/// </summary>
internal struct SumDrift()
{
    private const int Attempts = 5;
    private const int MostAttempts = 64;

    private double _least = double.PositiveInfinity;
    private int _attempts;

    /// <summary>Whether the counts that were read in between can be taken.</summary>
    /// <param name="before">The sum before them.</param>
    /// <param name="after">The sum after them, which is the one before the next attempt.</param>
    public bool IsSmall(double before, double after)
    {
        if (before.Equals(after))
        {
            return true;
        }

        var drift = Math.Abs(after - before);
        _attempts++;
        if ((_attempts >= Attempts && drift <= 2 * _least) || _attempts == MostAttempts)
        {
            return true;
        }

        _least = drift < _least ? drift : _least;
        return false;
    }
}
