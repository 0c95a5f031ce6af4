using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using TypedMetrics.Docs.Tests.Harness;

namespace TypedMetrics.Docs.Tests;

/// <summary>The tables of <c>docs/runtime-metrics.md</c> are complete and name nothing that does not exist.</summary>
public sealed partial class RuntimeMetricsTests
{
    private static readonly MarkdownPage Page = MarkdownPage.Read("docs/runtime-metrics.md");

    [Fact]
    public async Task TablesListTheFamiliesOfProcessRuntimeAndLibraryWithTheirTypes() =>
        Assert.Equal((await BuiltInFamilies.ReadAsync()).Select(static family => $"{family.Name} {family.Type}").Order(StringComparer.Ordinal), Rows().Select(static row => $"{row.Family} {row.Type}").Order(StringComparer.Ordinal));

    [Fact]
    public void CounterpartsAreTheInstrumentsOfTheMeter() =>
        Assert.Equal(Instruments().Order(StringComparer.Ordinal), Rows().Select(static row => row.Counterpart).Where(static name => name.Length > 0).Order(StringComparer.Ordinal));

    private static IEnumerable<(string Family, string Type, string Counterpart)> Rows() =>
        from line in Page.Prose
        let row = Row().Match(line.Text)
        where row.Success
        select (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value);

    private static List<string> Instruments()
    {
        var names = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == "System.Runtime")
            {
                names.Add(instrument.Name);
            }
        };
        listener.Start();
        return names;
    }

    [GeneratedRegex(@"^\| `([a-z_]+)` \| (\w+) \|.*?(?:\| `(dotnet\.[a-z_.]+)` \|)?$")]
    private static partial Regex Row();
}
