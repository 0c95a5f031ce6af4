using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.Use;

/// <summary>Members of the framework whose unit their documentation states.</summary>
internal static class MeasuredSources
{
    private const double Tick = 1e-7;

    // Type, and for each member how many seconds one is.
    private static readonly Dictionary<string, Dictionary<string, double>> Seconds = new()
    {
        ["System.TimeSpan"] = new()
        {
            ["TotalDays"] = 86_400,
            ["TotalHours"] = 3_600,
            ["TotalMinutes"] = 60,
            ["TotalSeconds"] = 1,
            ["TotalMilliseconds"] = 1e-3,
            ["TotalMicroseconds"] = 1e-6,
            ["TotalNanoseconds"] = 1e-9,
            ["Ticks"] = Tick,
            ["Days"] = 86_400,
            ["Hours"] = 3_600,
            ["Minutes"] = 60,
            ["Seconds"] = 1,
            ["Milliseconds"] = 1e-3,
            ["Microseconds"] = 1e-6,
            ["Nanoseconds"] = 1e-9,
        },
        ["System.Diagnostics.Stopwatch"] = new() { ["ElapsedMilliseconds"] = 1e-3, ["ElapsedTicks"] = double.NaN, ["GetTimestamp"] = double.NaN },
        ["System.TimeProvider"] = new() { ["GetTimestamp"] = double.NaN },
        ["System.Environment"] = new() { ["TickCount"] = 1e-3, ["TickCount64"] = 1e-3 },
        ["System.DateTime"] = new() { ["Ticks"] = Tick },
        ["System.DateTimeOffset"] = new()
        {
            ["Ticks"] = Tick,
            ["UtcTicks"] = Tick,
            ["ToUnixTimeMilliseconds"] = 1e-3,
            ["ToUnixTimeSeconds"] = 1,
        },
    };

    private static readonly Dictionary<string, HashSet<string>> Bytes = new()
    {
        ["System.GC"] = ["GetTotalMemory", "GetTotalAllocatedBytes", "GetAllocatedBytesForCurrentThread"],
        ["System.GCMemoryInfo"] =
            ["HeapSizeBytes", "TotalAvailableMemoryBytes", "TotalCommittedBytes", "FragmentedBytes", "MemoryLoadBytes", "HighMemoryLoadThresholdBytes", "PromotedBytes"],
        ["System.Environment"] = ["WorkingSet"],
        ["System.Diagnostics.Process"] =
            ["WorkingSet64", "PeakWorkingSet64", "PrivateMemorySize64", "VirtualMemorySize64", "PeakVirtualMemorySize64", "PagedMemorySize64", "PeakPagedMemorySize64"],
        ["System.IO.FileInfo"] = ["Length"],
        ["System.IO.Stream"] = ["Length"],
    };

    public static Measure? Of(ISymbol member)
    {
        if (member.ContainingType is not { } type || !ValueTypes.IsFramework(member))
        {
            return null;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            var name = MetadataNames.Of(current.OriginalDefinition);
            if (Seconds.TryGetValue(name, out var seconds) && seconds.TryGetValue(member.Name, out var scale))
            {
                return new(Measure.Seconds, scale);
            }

            if (Bytes.TryGetValue(name, out var members) && members.Contains(member.Name))
            {
                return new(Measure.Bytes, 1);
            }
        }

        return null;
    }
}
