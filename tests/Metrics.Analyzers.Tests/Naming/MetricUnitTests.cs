namespace TypedMetrics.Analyzers.Tests.Naming;

/// <summary>MET103, MET107</summary>
public class MetricUnitTests
{
    [Theory]
    [InlineData("Gauge", "uptime_minutes")]
    [InlineData("Gauge", "request_duration_milliseconds")]
    [InlineData("Gauge", "request_milliseconds_max")]
    [InlineData("Gauge", "milliseconds_since_start")]
    [InlineData("Counter", "cpu_microseconds_total")]
    [InlineData("Counter", "sent_kilobytes_total")]
    [InlineData("Gauge", "memory_megabytes")]
    [InlineData("Gauge", "link_bits_per_second")]
    [InlineData("Gauge", "room_fahrenheit")]
    [InlineData("Gauge", "cpu_usage_percent")]
    [InlineData("Gauge", "backup_age_days")]
    [InlineData("Gauge", "open_hours")]
    [InlineData("Gauge", "route_kilometers")]
    [InlineData("Counter", "used_kilowatt_hours_total")]
    public async Task ReportsOtherUnitsThanTheBaseUnit(string type, string name) =>
        await NamingTest.VerifyAsync(type, $"{{|MET103:\"{name}\"|}}");

    [Theory]
    [InlineData("Gauge", "request_duration_ms")]
    [InlineData("Gauge", "latency_ms_p99")]
    [InlineData("Gauge", "wait_s")]
    [InlineData("Gauge", "request_latency_us")]
    [InlineData("Counter", "cpu_ns_time_us_total")]
    [InlineData("Counter", "sent_kb_total")]
    [InlineData("Gauge", "memory_mb_used")]
    [InlineData("Gauge", "body_size_b")]
    [InlineData("Gauge", "disk_usage_pct")]
    [InlineData("Gauge", "link_mbps")]
    [InlineData("Gauge", "cpu_ghz")]
    public async Task ReportsAbbreviatedUnits(string type, string name) => await NamingTest.VerifyAsync(type, $"{{|MET107:\"{name}\"|}}");

    [Fact]
    public async Task TakesALetterAtTheEndOfAHistogramForItsUnit() =>
        await NamingTest.VerifyAsync("Histogram", "{|MET107:\"request_s\"|}, Buckets = [1]");

    [Fact]
    public async Task TakesALetterAtTheEndOfASummaryForItsUnit() =>
        await NamingTest.VerifyAsync("Summary", "{|MET107:\"request_s\"|}");

    [Theory]
    [InlineData("grid")]
    [InlineData("forms")]
    [InlineData("alarms")]
    [InlineData("items")]
    [InlineData("thumbs")]
    [InlineData("thermometers")]
    [InlineData("kilometersque")]
    [InlineData("submilliseconds")]
    [InlineData("halfdays")]
    [InlineData("holidays")]
    [InlineData("habits")]
    [InlineData("percentile")]
    [InlineData("meeting_minutes_pages")]
    [InlineData("business_hours_orders")]
    [InlineData("days_since_backup")]
    [InlineData("kb_articles")]
    [InlineData("ms_teams_messages")]
    [InlineData("orders_us")]
    [InlineData("pods_by_ns")]
    [InlineData("plan_b")]
    [InlineData("size_m")]
    [InlineData("temperature_min")]
    [InlineData("duration_seconds")]
    [InlineData("requests_per_minute")]
    [InlineData("orders_last_7_days")]
    [InlineData("logins_within_hours")]
    [InlineData("rush_hour")]
    [InlineData("messages_pb")]
    [InlineData("customer_age_years")]
    [InlineData("revenue_pounds")]
    [InlineData("memory_bytes")]
    [InlineData("room_kelvin")]
    public async Task AcceptsBaseUnitsAndOtherWords(string name)
    {
        await NamingTest.VerifyAsync("Gauge", $"\"{name}\"");
        await NamingTest.VerifyAsync("Counter", $"\"{name}_total\"", group: "[MetricGroup(Prefix = \"shop_\")]");
    }

    [Fact]
    public async Task LeavesAUnitThatDoesNotEndTheNameToItsRule() =>
        await NamingTest.VerifyAsync("Gauge", "\"latency_ms\", Unit = \"seconds\"");

    [Fact]
    public async Task TakesAnEmptyUnitForTheWordThatNoneIsMeant() => await NamingTest.VerifyAsync("Gauge", "\"meeting_minutes\", Unit = \"\"");

    [Fact]
    public async Task SaysWhatToMeasureIn()
    {
        await NamingTest.SaysAsync(
            "'wait_milliseconds' is in milliseconds, and queries over several metrics need one unit: measure in seconds; rename it to 'wait_seconds'",
            "Gauge",
            "\"wait_milliseconds\"");
        await NamingTest.SaysAsync(
            "'wait_ms' abbreviates its unit, 'ms': write it out, and measure in seconds; rename it to 'wait_seconds'", "Gauge", "\"wait_ms\"");
    }

    [Theory]
    [InlineData("\"wait_milliseconds\"", "\"wait_seconds\"")]
    [InlineData("\"wait_ms\"", "\"wait_seconds\"")]
    [InlineData("\"waitMs\"", "\"waitSeconds\"")]
    [InlineData("\"wait_ms_max\"", "\"wait_seconds_max\"")]
    [InlineData("\"cpu_percent\"", "\"cpu_ratio\"")]
    [InlineData("\"energy_kilowatt_hours\"", "\"energy_joules\"")]
    [InlineData("\"wait_milliseconds\", Unit = \"milliseconds\"", "\"wait_seconds\", Unit = \"seconds\"")]
    [InlineData("\"link_mbps\"", "\"link_bytes_per_second\"")]
    public async Task Renames(string before, string after) => await NamingTest.FixesAsync(after, "Gauge", before);

    [Fact]
    public async Task RenamesAll() => await NamingTest.FixesAllAsync(
        ["static partial class A { [Gauge(\"a_seconds\")] public static partial Gauge X { get; } [Gauge(\"b_bytes\")] public static partial Gauge Y { get; } }"],
        "static partial class A { [Gauge(\"a_ms\")] public static partial Gauge X { get; } [Gauge(\"b_kb\")] public static partial Gauge Y { get; } }");

    [Theory]
    [InlineData("MET103", "\"wait_milliseconds\"")]
    [InlineData("MET107", "\"wait_ms\"")]
    public async Task IsSilencedByPragma(string id, string arguments) => await NamingTest.IsSilencedByPragmaAsync(id, "Gauge", arguments);

    [Fact]
    public async Task MatchesNoUnitWithinAnotherWord()
    {
        string[] units = ["milliseconds", "minutes", "kilobytes", "bits", "percent", "fahrenheit", "ms", "kb", "sec", "pct"];
        var members = units.SelectMany(static (unit, i) => new[] { $"x{unit}", $"{unit}x", $"a_x{unit}", $"a_{unit}x" }.Select((name, j) =>
            $"[Gauge(\"{name}\")] public static partial Gauge M{i}X{j} {{ get; }}"));
        await NamingTest.VerifySourceAsync($"static partial class A {{ {string.Join("\n", members)} }}");
    }
}
