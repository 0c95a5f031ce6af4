using System.Collections.Generic;
using System.Linq;

namespace TypedMetrics.Generators.Naming;

/// <summary>
/// The words that are units other than the base units (prometheus.io, "Metric and label naming"), each with the base
/// unit to measure in. Months, years and pounds are left out: they are as often ages and money.
/// </summary>
internal static class UnitWords
{
    private static readonly Dictionary<string, BaseUnit> Units = Table();

    private static readonly HashSet<string> Durations =
    [
        "duration", "durations", "latency", "latencies", "time", "times", "delay", "delays", "age", "wait", "waiting", "lag",
        "elapsed", "timeout", "ttl", "interval", "period", "uptime", "downtime", "runtime", "rtt", "lifetime", "timestamp",
        "response", "took", "spent",
    ];

    private static readonly HashSet<string> Sizes =
    [
        "size", "sizes", "length", "memory", "heap", "disk", "storage", "payload", "body", "traffic", "bandwidth", "throughput",
        "used", "free", "allocated", "received", "sent", "read", "written", "capacity",
    ];

    // What can follow a unit and leaves it the unit.
    private static readonly HashSet<string> Statistics =
    [
        "max", "maximum", "min", "minimum", "avg", "average", "mean", "median", "last", "current", "peak", "p50", "p75", "p90",
        "p95", "p99", "p999", "used", "free", "available", "limit", "left", "remaining", "elapsed", "bucket", "count", "sum",
    ];

    public static bool TryGet(string word, out BaseUnit unit) => Units.TryGetValue(word, out unit!);

    public static bool IsDuration(string word) => Durations.Contains(word);

    public static bool IsSize(string word) => Sizes.Contains(word);

    public static bool IsStatistic(string word) => Statistics.Contains(word);

    /// <summary>Whether a unit behind the word tells of a span of time or a rate: <c>orders_last_7_days</c>, <c>errors_per_minutes</c>.</summary>
    public static bool MakesSpan(string word) => word is "per" or "last" or "past" or "within" or "every" || word.All(static c => c is >= '0' and <= '9');

    /// <summary>Whether the word makes hours of energy of the hours behind it.</summary>
    public static bool IsPower(string word) => word is "watt" or "kilowatt" or "megawatt" or "gigawatt";

    private static Dictionary<string, BaseUnit> Table()
    {
        var table = new Dictionary<string, BaseUnit>();
        string[] prefixes =
        [
            "pico", "nano", "micro", "milli", "centi", "deci", "deca", "hecto", "kilo", "kibi", "mega", "mebi", "giga", "gibi",
            "tera", "tebi", "peta", "pebi", "exa", "exbi",
        ];
        (string Stem, string Base)[] stems =
        [
            ("second", "seconds"), ("byte", "bytes"), ("bit", "bytes"), ("meter", "meters"), ("metre", "meters"), ("gram", "grams"),
            ("joule", "joules"), ("calorie", "joules"), ("volt", "volts"), ("ampere", "amperes"), ("watt", "watts"), ("mole", "moles"),
        ];
        foreach (var (stem, unit) in stems)
        {
            foreach (var prefix in prefixes)
            {
                table.Add(prefix + stem, new(unit, false, UnitCertainty.AtEnd));
                table.Add(prefix + stem + "s", new(unit, false, UnitCertainty.Always));
            }
        }

        foreach (var prefix in prefixes)
        {
            table.Add(prefix + "hertz", new("hertz", false, UnitCertainty.Always));
            table.Add(prefix + "kelvin", new("kelvin", false, UnitCertainty.Always));
        }

        Add(UnitCertainty.Always, "celsius", false, "fahrenheit", "rankine");
        Add(UnitCertainty.AtEnd, "seconds", false, "minutes", "hours", "days", "weeks");
        Add(UnitCertainty.AtEnd, "bytes", false, "bits");
        Add(UnitCertainty.AtEnd, "ratio", false, "percent", "percents", "percentage");
        Add(UnitCertainty.AtEnd, "meters", false, "metres", "inches", "feet", "yards", "miles");
        Add(UnitCertainty.AtEnd, "grams", false, "ounces");
        Add(UnitCertainty.AtEnd, "joules", false, "calories");
        Add(UnitCertainty.AtEnd, "seconds", true, "ms", "msec", "msecs", "millis", "usec", "usecs", "micros", "nsec", "nsecs", "nanos", "sec", "secs", "mins", "hrs");
        Add(UnitCertainty.AfterDuration, "seconds", true, "s", "us", "ns", "m", "h", "d", "hr");
        Add(UnitCertainty.AtEnd, "bytes", true, "kb", "mb", "gb", "tb", "kib", "mib", "gib", "tib", "pib", "kbit", "mbit", "gbit", "kbits", "mbits", "gbits");
        Add(UnitCertainty.AtEnd, "bytes_per_second", true, "bps", "kbps", "mbps", "gbps");
        Add(UnitCertainty.AfterSize, "bytes", true, "b", "pb");
        Add(UnitCertainty.AtEnd, "ratio", true, "pct", "perc");
        Add(UnitCertainty.AtEnd, "hertz", true, "hz", "khz", "mhz", "ghz");
        Add(UnitCertainty.AtEnd, "meters", true, "km", "cm", "mm");
        Add(UnitCertainty.AtEnd, "grams", true, "kg");
        Add(UnitCertainty.AtEnd, "joules", true, "kwh", "mwh");
        Add(UnitCertainty.AtEnd, "watts", true, "kw");
        return table;

        void Add(UnitCertainty certainty, string unit, bool isAbbreviation, params string[] words)
        {
            foreach (var word in words)
            {
                table.Add(word, new(unit, isAbbreviation, certainty));
            }
        }
    }
}
