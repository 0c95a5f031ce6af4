using TypedMetrics.CompilerServices;
using TypedMetrics.Rules;

namespace TypedMetrics.Families;

/// <summary>Cuts time into epochs, of which a summary's window has a number. Immutable; safe for any thread.</summary>
internal sealed class SummaryEpochs
{
    private readonly TimeProvider _clock;
    private readonly long _length;

    /// <summary>Those of a declaration.</summary>
    public SummaryEpochs(MetricDeclaration declaration, TimeProvider clock)
    {
        _clock = clock;
        var maxAge = declaration.MaxAgeSeconds > 0 ? declaration.MaxAgeSeconds : SummaryWindow.DefaultMaxAgeSeconds;
        AgeBuckets = declaration.AgeBuckets > 0 ? declaration.AgeBuckets : SummaryWindow.DefaultAgeBuckets;
        _length = Math.Max(TimeSpan.TicksPerMillisecond, (long)(maxAge * TimeSpan.TicksPerSecond / AgeBuckets));
    }

    /// <summary>How many epochs a window has.</summary>
    public int AgeBuckets { get; }

    /// <summary>The present epoch.</summary>
    /// <param name="rest">How long it goes on.</param>
    public long Now(out TimeSpan rest) => Of(_clock.GetUtcNow(), out rest);

    /// <summary>The epoch of a time.</summary>
    /// <param name="time">The time.</param>
    /// <param name="rest">How long the epoch goes on from there.</param>
    public long Of(DateTimeOffset time, out TimeSpan rest)
    {
        var (epoch, past) = Math.DivRem(time.UtcTicks, _length);
        rest = TimeSpan.FromTicks(_length - past);
        return epoch;
    }
}
