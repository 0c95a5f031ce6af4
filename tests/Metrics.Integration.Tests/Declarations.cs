using System.Net;

namespace TypedMetrics.Integration.Tests;

public enum Shade
{
    Light,
    Dark,
}

public enum Weather
{
    Sunny,
    Rainy,
    Other,
}

public enum Gapped : sbyte
{
    Below = -3,
    Zero = 0,
    Alias = 0,
    Above = 100,
}

[LabelSet]
public readonly partial record struct RequestLabels(
    [Label(Case = LabelCase.Upper)] HttpVerb Method,
    Shade Shade,
    [Label(AsNumber = true)] HttpStatusCode Status);

[LabelSet]
public sealed partial class ClassLabels
{
    public Shade Shade { get; init; }

    [OneOf("a", "b")]
    public string Letter { get; init; } = "a";
}

[OpenLabel(3)]
public readonly partial struct Tenant;

/// <summary>Takes what comes first in whichever test runs first, so only for what must not depend on it.</summary>
[OpenLabel(100)]
public readonly partial struct Customer;

[OpenLabel(100), ExpireAfter(3_600)]
public readonly partial struct Visitor;

[LabelSet]
public readonly partial record struct SaleLabels(Customer Seller, Shade Shade, Customer? Buyer);

/// <summary>One instrument for each kind of label, in a registry of each test's own.</summary>
[MetricGroup(Prefix = "it_")]
public sealed partial class KindMetrics
{
    [Counter("plain_total")]
    public partial Counter Plain { get; }

    [Counter("enum_total")]
    public partial Counter ByEnum(Shade shade);

    [Counter("weather_total")]
    public partial Counter ByWeather(Weather weather);

    [Counter("weather_changes_total")]
    public partial Counter ByUpperWeather([Label(Case = LabelCase.Upper)] Weather weather);

    [Counter("gapped_total")]
    public partial Counter ByGapped(Gapped gapped);

    [Counter("nullable_enum_total")]
    public partial Counter ByNullableEnum(Shade? shade);

    [Counter("bool_total")]
    public partial Counter ByBool(bool warm);

    [Counter("nullable_bool_total")]
    public partial Counter ByNullableBool(bool? warm);

    [Counter("one_of_total")]
    public partial Counter ByOneOf([OneOf("hit", "miss")] string result);

    [Counter("one_of_other_total")]
    public partial Counter ByOneOfWithOther([OneOf("hit", "other")] string result);

    [Counter("nullable_one_of_total")]
    public partial Counter ByNullableOneOf([OneOf("hit", "miss")] string? result);

    [Counter("range_total")]
    public partial Counter ByRange([InRange(1, 5)] int rating);

    [Counter("open_total")]
    public partial Counter ByOpen([MaxValues(3)] string tenant);

    [Counter("nullable_open_total")]
    public partial Counter ByNullableOpen([MaxValues(3)] string? tenant);

    [Counter("span_total")]
    public partial Counter BySpan([MaxValues(3)] ReadOnlySpan<char> tenant);

    [Counter("open_type_total")]
    public partial Counter ByOpenType(Tenant tenant);

    [Counter("customer_total")]
    public partial Counter ByCustomer(Customer customer, Shade shade);

    [Counter("sales_total", MaxSeries = 1_000, SeriesBudget = 40_000)]
    public partial Counter BySale(SaleLabels sale);

    [Gauge("customer_level")]
    public partial Gauge CustomerLevel(Customer customer);

    [Histogram("customer_wait_seconds", Buckets = [0.1, 1])]
    public partial Histogram CustomerWait(Customer customer);

    [Counter("visitor_total")]
    public partial Counter ByVisitor(Visitor visitor);

    [Counter("mortal_total"), ExpireAfter(3_600)]
    public partial Counter ByMortal([MaxValues(3)] string tenant);

    [Summary("mortal_size_bytes"), ExpireAfter(3_600)]
    public partial Summary MortalSize([MaxValues(3)] string tenant);

    [Gauge("mortal_level"), ExpireAfter(3_600)]
    public partial Gauge MortalLevel([MaxValues(3)] string tenant);

    [Histogram("mortal_wait_seconds", Buckets = [0.1, 1]), ExpireAfter(3_600)]
    public partial Histogram MortalWait([MaxValues(3)] string tenant);

    [Counter("mixed_total")]
    public partial Counter Mixed([MaxValues(2)] string tenant, Shade shade, bool warm);

    [Counter("known_total", SeriesBudget = 2_000)]
    public partial Counter Known([InRange(-1, 2)] int level, [MaxValues(2)] string tenant, Shade shade, [MaxValues(2)] ReadOnlySpan<char> region, bool warm);

    [Counter("closed_total")]
    public partial Counter Closed([InRange(-1, 2)] int level, Shade shade, bool warm, Weather weather);

    [Counter("capped_total", MaxSeries = 2)]
    public partial Counter Capped([MaxValues(100)] string tenant, Shade shade);

    [Counter("set_total", SeriesBudget = 5_000)]
    public partial Counter BySet(RequestLabels labels);

    [Counter("class_set_total")]
    public partial Counter ByClassSet(ClassLabels labels);

    [Gauge("level")]
    public partial Gauge Level(Shade shade);

    [StateSet("door_state")]
    public partial StateSet<Weather> Door(Shade shade);

    [Info("build_info")]
    public partial Info Build([MaxValues(2)] string version, Shade shade);

    [Histogram("wait_seconds", Buckets = [0.1, 1])]
    public partial Histogram Wait(Shade shade);

    [Summary("payload_bytes", MaxAgeSeconds = 60)]
    public partial Summary Payload { get; }

    [Summary("answer_seconds", Quantiles = [])]
    public partial Summary Answer(Shade shade, [MaxValues(3)] string? tenant);
}

/// <summary>A group that lives in the default registry.</summary>
[MetricGroup(Prefix = "it_static_", ConstantLabels = ["service=tests"])]
internal static partial class StaticMetrics
{
    /// <summary>Visits of a "page" \ with odd characters.</summary>
    [Counter("visits_total")]
    internal static partial Counter Visits(Shade shade);

    [Counter("name_alone_total")]
    public static partial Counter NameAlone { get; }

    [Gauge("never_used")]
    private static partial Gauge NeverUsed { get; }
}

/// <summary>Its explicit static constructor throws; instance members of another group must not care.</summary>
[MetricGroup(Prefix = "it_throwing_")]
internal static partial class GroupWithThrowingField
{
    internal static readonly int Unlucky = Throw();

    [Counter("calls_total")]
    internal static partial Counter Calls { get; }

    private static int Throw() => throw new InvalidOperationException("a field initializer of the user's");
}
