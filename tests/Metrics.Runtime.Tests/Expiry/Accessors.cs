using TypedMetrics.CompilerServices;

namespace TypedMetrics.Runtime.Tests.Expiry;

/// <summary>What generated accessors of metrics with one or two expiring labels do.</summary>
internal static class Accessors
{
    public static Counter Of(this CounterFamily family, string tenant)
    {
        var generation = MetricFamily.Generation;
        return family.At(family.Intern(0, tenant), generation);
    }

    public static Counter Of(this CounterFamily family, string first, string second)
    {
        var generation = MetricFamily.Generation;
        var index = family.Intern(0, first);
        index = (index * family.Labels[1].Size) + family.Intern(1, second);
        return family.At(index, generation);
    }

    public static Gauge Of(this GaugeFamily family, string tenant)
    {
        var generation = MetricFamily.Generation;
        return family.At(family.Intern(0, tenant), generation);
    }

    public static Histogram Of(this HistogramFamily family, string tenant)
    {
        var generation = MetricFamily.Generation;
        return family.At(family.Intern(0, tenant), generation);
    }

    public static Summary Of(this SummaryFamily family, string tenant)
    {
        var generation = MetricFamily.Generation;
        return family.At(family.Intern(0, tenant), generation);
    }

    public static StateSet<DayOfWeek> Of(this StateSetFamily family, string tenant)
    {
        var generation = MetricFamily.Generation;
        return family.At<DayOfWeek>(family.Intern(0, tenant), generation);
    }

    public static Info Of(this InfoFamily family, string tenant)
    {
        var generation = MetricFamily.Generation;
        return family.At(family.Intern(0, tenant), generation);
    }

    public static Counter Of(this CounterFamily family, TestTenant tenant)
    {
        var generation = MetricFamily.Generation;
        return family.At(family.Seen(0, tenant), generation);
    }
}
