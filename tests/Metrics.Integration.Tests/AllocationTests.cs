using System.Net;

namespace TypedMetrics.Integration.Tests;

/// <summary>No warm update allocates, whatever the verb and the kinds of the labels.</summary>
public sealed class AllocationTests
{
    private static readonly KindMetrics Metrics = new(new CollectorRegistry());
    private static readonly ClassLabels Labels = new();
    private static readonly string Tenant = new('t', 3);
    private static readonly Tenant OneTooMany = Enumerable.Range(0, 5).Select(i => Integration.Tests.Tenant.Of("tenant " + i)).Last();
    private static readonly DurationTimer Timer = DurationTimer.Start();

    public static TheoryData<string> Updates => [.. All.Keys];

    private static Dictionary<string, Action> All { get; } = new(StringComparer.Ordinal)
    {
        ["counter, no label"] = () => Metrics.Plain.Inc(),
        ["counter, enum"] = () => Metrics.ByEnum(Shade.Dark).Inc(),
        ["counter, enum overflow"] = () => Metrics.ByEnum((Shade)9).Inc(),
        ["counter, enum with gaps"] = () => Metrics.ByGapped(Gapped.Above).Inc(),
        ["counter, nullable enum"] = () => Metrics.ByNullableEnum(null).Inc(),
        ["counter, bool"] = () => Metrics.ByBool(true).Inc(),
        ["counter, one of"] = () => Metrics.ByOneOf("miss").Inc(),
        ["counter, one of overflow"] = () => Metrics.ByOneOf("neither").Inc(),
        ["counter, range"] = () => Metrics.ByRange(3).Inc(),
        ["counter, open"] = () => Metrics.ByOpen(Tenant).Inc(),
        ["counter, open span"] = () => Metrics.BySpan(Tenant.AsSpan()).Inc(),
        ["counter, open type"] = () => Metrics.ByCustomer(Customer.Of(Tenant), Shade.Dark).Inc(),
        ["counter, open type span"] = () => Metrics.ByCustomer(Customer.Of(Tenant.AsSpan()), Shade.Dark).Inc(),
        ["counter, open type overflow"] = () => Metrics.ByOpenType(OneTooMany).Inc(),
        ["counter, open type in a set"] = () => Metrics.BySale(new(Customer.Of(Tenant), Shade.Light, null)).Inc(),
        ["gauge, open type"] = () => Metrics.CustomerLevel(Customer.Of(Tenant)).Set(2),
        ["histogram, open type"] = () => Metrics.CustomerWait(Customer.Of(Tenant)).Observe(0.4),
        ["counter, expiring type"] = () => Metrics.ByVisitor(Visitor.Of(Tenant)).Inc(),
        ["counter, expiring open"] = () => Metrics.ByMortal(Tenant).Inc(),
        ["gauge, expiring open"] = () => Metrics.MortalLevel(Tenant).Set(3),
        ["summary, expiring open"] = () => Metrics.MortalSize(Tenant).Observe(3),
        ["histogram, expiring open"] = () => Metrics.MortalWait(Tenant).Observe(3),
        ["counter, mixed"] = () => Metrics.Mixed(Tenant, Shade.Dark, true).Inc(),
        ["counter, label set"] = () => Metrics.BySet(new(HttpVerb.Get, Shade.Dark, HttpStatusCode.OK)).Inc(),
        ["counter, class label set"] = () => Metrics.ByClassSet(Labels).Inc(),
        ["counter, series beyond the maximum"] = () => Metrics.Capped("late", Shade.Dark).Inc(),
        ["counter, long"] = () => Metrics.ByEnum(Shade.Dark).Inc(7L),
        ["counter, double"] = () => Metrics.ByEnum(Shade.Dark).Inc(0.5),
        ["counter, up to"] = () => Metrics.ByEnum(Shade.Dark).IncTo(1e9),
        ["counter, invalid"] = () => Metrics.ByEnum(Shade.Dark).Inc(double.NaN),
        ["counter, verb from text"] = () => Metrics.BySet(new(HttpVerb.From("get"), Shade.Dark, HttpStatusCode.OK)).Inc(),
        ["gauge, set"] = () => Metrics.Level(Shade.Dark).Set(2),
        ["gauge, up and down"] = () => { Metrics.Level(Shade.Dark).Inc(); Metrics.Level(Shade.Dark).Dec(0.5); },
        ["gauge, current time"] = () => Metrics.Level(Shade.Dark).SetToCurrentTime(),
        ["gauge, in progress"] = () => { using var progress = Metrics.Level(Shade.Dark).TrackInProgress(); },
        ["gauge, time"] = () => { using var timing = Metrics.Level(Shade.Dark).Time(); },
        ["state set, only one"] = () => Metrics.Door(Shade.Dark).Set(Weather.Rainy),
        ["state set, one of them"] = () => Metrics.Door(Shade.Dark).Set(Weather.Sunny, true),
        ["state set, no state"] = () => Metrics.Door(Shade.Dark).Set((Weather)9),
        ["state set, read"] = () => _ = Metrics.Door(Shade.Dark).Current is Weather.Sunny || Metrics.Door(Shade.Dark).IsSet(Weather.Rainy),
        ["info"] = () => Metrics.Build(Tenant, Shade.Dark).Set(),
        ["histogram, value"] = () => Metrics.Wait(Shade.Dark).Observe(0.4),
        ["histogram, time span"] = () => Metrics.Wait(Shade.Dark).Observe(TimeSpan.FromSeconds(2)),
        ["histogram, invalid"] = () => Metrics.Wait(Shade.Dark).Observe(double.NaN),
        ["histogram, time"] = () => { using var timing = Metrics.Wait(Shade.Dark).Time(); },
        ["summary, no label"] = () => Metrics.Payload.Observe(1024),
        ["summary, enum and open"] = () => Metrics.Answer(Shade.Dark, Tenant).Observe(0.4),
        ["summary, time span"] = () => Metrics.Payload.Observe(TimeSpan.FromSeconds(2)),
        ["summary, invalid"] = () => Metrics.Payload.Observe(double.NaN),
        ["summary, time"] = () => { using var timing = Metrics.Payload.Time(); },
        ["summary, timer"] = () => Timer.ObserveTo(Metrics.Payload),
        ["counter, exemplar"] = () => Metrics.ByEnum(Shade.Dark).Inc(1, Exemplar.Of("trace_id", "abc")),
        ["histogram, exemplar"] = () => Metrics.Wait(Shade.Dark).Observe(0.4, Exemplar.Of("trace_id", "abc")),
        ["histogram, timer"] = () => Timer.ObserveTo(Metrics.Wait(Shade.Dark)),
    };

    [Theory]
    [MemberData(nameof(Updates))]
    public void AllocatesNothingOnceWarm(string update)
    {
        foreach (var tenant in new[] { "x", "y" })
        {
            Metrics.Capped(tenant, Shade.Dark).Inc();
        }

        var action = All[update];
        action();
        action();

        Assert.Equal(0, TypedMetrics.Tests.Allocations.LeastOf(5, () =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                action();
            }
        }));
    }
}
