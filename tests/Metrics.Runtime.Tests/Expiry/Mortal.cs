using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Expiry;

/// <summary>A registry on a clock of its own, and accessors to metrics that expire, as generated code has them.</summary>
internal sealed class Mortal
{
    public const double Seconds = 100;

    // A value is freed after four whole periods; the one that is under way when it was seen does not count.
    public const int PeriodsToExpire = 5;
    public const int PeriodsOfRest = 4;

    public Mortal() => Registry = new CollectorRegistry { TimeProvider = Clock };

    public ManualClock Clock { get; } = new();

    public CollectorRegistry Registry { get; }

    public static LabelDeclaration Label(string name, int maximum) => LabelDeclaration.Open(name, maximum, nullable: false, Seconds);

    public CounterFamily Counter(string name, params LabelDeclaration[] labels) => Registry.Counter(name, labels);

    /// <summary>Lets periods go by, each ended by a scrape.</summary>
    /// <param name="periods">How many.</param>
    /// <param name="meanwhile">What happens in each.</param>
    public void Pass(int periods, Action? meanwhile = null)
    {
        for (var i = 0; i < periods; i++)
        {
            meanwhile?.Invoke();
            Clock.Advance(TimeSpan.FromSeconds(Seconds / 4));
            Scrape();
        }
    }

    public void Scrape() => _ = Registry.Text();
}
