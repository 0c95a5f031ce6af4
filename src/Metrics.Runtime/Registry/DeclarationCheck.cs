using TypedMetrics.CompilerServices;
using TypedMetrics.Rules;

namespace TypedMetrics.Registry;

/// <summary>
/// What can be wrong with a declaration by itself. The build says the same of what the generator sees; this is for what
/// reaches the run time all the same.
/// </summary>
internal static class DeclarationCheck
{
    /// <summary>Why the metric cannot be exposed, or <see langword="null"/>.</summary>
    public static string? Refusal(MetricType type, MetricDeclaration declaration)
    {
        if (!MetricNames.IsValid(declaration.Name))
        {
            return $"'{declaration.Name}' is no metric name: [a-zA-Z_:][a-zA-Z0-9_:]* is";
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var label in declaration.Labels)
        {
            if (ConstantLabelSet.Problem(label.Name, "") is { } problem)
            {
                return problem;
            }

            if (!names.Add(label.Name))
            {
                return $"the label '{label.Name}' is there twice";
            }
        }

        if (type == MetricType.Histogram && declaration.Buckets is { } bounds && BucketBounds.Problem(bounds) is { } wrong)
        {
            return wrong;
        }

        if (type == MetricType.StateSet
            && (StateNames.Problem(declaration.States)
                ?? StateNames.LabelProblem(declaration.Name)
                ?? (names.Contains(declaration.Name) ? $"the label '{declaration.Name}' is that of its states" : null)) is { } unfit)
        {
            return unfit;
        }

        if (type == MetricType.Summary && SummaryProblem(declaration) is { } odd)
        {
            return odd;
        }

        return SeriesCount.Of(declaration.Labels.Select(label => label.Size)) > SeriesCount.Maximum
            ? "its labels make more series than an index holds"
            : null;
    }

    private static string? SummaryProblem(MetricDeclaration declaration) =>
        SummaryWindow.Problem(declaration.StatedOrDefaultQuantiles)
        ?? (declaration.MaxAgeSeconds > 0 ? SummaryWindow.AgeProblem(declaration.MaxAgeSeconds) : null)
        ?? (declaration.AgeBuckets > 0 ? SummaryWindow.PartsProblem(declaration.AgeBuckets) : null);

    /// <summary>What is left out of a metric that is exposed otherwise.</summary>
    public static IEnumerable<string> Remarks(
        MetricDeclaration declaration, RegisteredFamily registered, KeyValuePair<string, string>[] constantLabels)
    {
        var descriptor = registered.Family.Descriptor;
        if (!string.IsNullOrEmpty(declaration.Unit) && descriptor.Unit is null)
        {
            yield return $"the name must end in its unit, '_{declaration.Unit}'; it is exposed without a unit";
        }

        if (declaration.Preinitialize == true && declaration.Labels.Length > 0 && registered.Family.SeriesTouched == 0)
        {
            yield return "its series cannot be exposed before they are touched: a label is open, or they are more than MaxSeries";
        }

        foreach (var (name, _) in constantLabels)
        {
            if (declaration.HasLabel(name))
            {
                yield return $"the group's constant label '{name}' is left out, since the metric has a label of that name";
            }
        }
    }
}
