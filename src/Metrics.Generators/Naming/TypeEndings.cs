using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Naming;

/// <summary>What the end of a name says of the metric's type: MET101, MET102, MET104; one of them at most.</summary>
internal static class TypeEndings
{
    public static void Check(MetricName name, NamingReport report)
    {
        if (!name.IsOwn(name.Last))
        {
            return;
        }

        if (name.Type != MetricType.Counter)
        {
            CheckOther(name, report);
        }
        else if (IsSample(name))
        {
            Reserved(name, name.Replace(name.Words.Count - 1, name.Words.Count, "total"), report);
        }
        else if (!name.EndsIn("total") && name.Last.Text != "counter")
        {
            report.Name(name, NamingDescriptors.CounterWithoutTotal, name.With("_total"), name.Full);
        }
    }

    private static void CheckOther(MetricName name, NamingReport report)
    {
        var last = name.Words.Count - 1;
        if (name.EndsIn("total"))
        {
            report.Name(name, NamingDescriptors.TotalOfAnotherType, name.Without(last, last + 1), Type(name), name.Full);
        }
        else if (IsSample(name) || (name.EndsIn("info") && name.Type != MetricType.Info))
        {
            Reserved(name, name.Without(last, last + 1), report);
        }
        else if (name.EndsIn("created"))
        {
            Reserved(name, null, report);
        }
    }

    // A counter of things that were created, or of infos, lacks _total and nothing else.
    private static bool IsSample(MetricName name) => name.EndsIn("count") || name.EndsIn("sum") || name.EndsIn("bucket");

    private static void Reserved(MetricName name, string? better, NamingReport report) => report.Name(
        name, NamingDescriptors.ReservedSuffix, better, Type(name), name.Full, name.Last.Text, OwnerOf(name.Last.Text));

    private static string OwnerOf(string suffix) => suffix switch
    {
        "bucket" => "a histogram's buckets",
        "info" => "metrics of type info",
        "created" => "the time at which a series began",
        _ => "a sample of histograms and summaries",
    };

    private static string Type(MetricName name) => TypeText.Title(name.Type);
}
