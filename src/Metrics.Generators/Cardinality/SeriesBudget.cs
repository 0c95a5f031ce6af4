using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>The budget that a project sets in <c>.editorconfig</c>.</summary>
/// <param name="Lines">How many lines of a scrape a metric may reach that states nothing itself.</param>
/// <param name="AssemblyLines">How many all metrics of the assembly may, with those of its references.</param>
/// <param name="Replicas">How many instances of the service run: shown in the message.</param>
internal sealed record SeriesBudget(int Lines, int AssemblyLines, int Replicas)
{
    public const string LinesOption = "metrics_series_budget";
    public const string AssemblyLinesOption = "metrics_assembly_series_budget";
    public const string ReplicasOption = "metrics_replicas";

    private const int DefaultLines = 1_000;
    private const int DefaultAssemblyLines = 10_000;

    /// <summary>The project's budget; what is no positive number counts as not set.</summary>
    public static SeriesBudget Of(AnalyzerConfigOptions options) =>
        new(
            Number(options, LinesOption) ?? DefaultLines,
            Number(options, AssemblyLinesOption) ?? DefaultAssemblyLines,
            Number(options, ReplicasOption) ?? 1);

    private static int? Number(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(name, out var text)
        && int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
        && number > 0
            ? number
            : null;
}
