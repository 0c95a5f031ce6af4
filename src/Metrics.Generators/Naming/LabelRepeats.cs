using System.Collections.Generic;
using System.Linq;

namespace TypedMetrics.Generators.Naming;

/// <summary>
/// Labels' names that a metric's name repeats: MET108. Reported where the name says what it is divided by,
/// <c>requests_by_method</c>, or a counter's, histogram's or summary's name ends in it, <c>requests_method_total</c>. What comes
/// first is the thing itself (<c>queue_length</c>), and a gauge may be one of several states (<c>pod_phase</c>).
/// </summary>
internal static class LabelRepeats
{
    // How far in front of a label "by" may stand: requests_by_http_method.
    private const int Reach = 2;

    public static void Check(MetricName name, NamingReport report)
    {
        var labels = name.Metric.Labels
            .Select(static label => (label.Name, Words: NameWords.Of(label.Name)))
            .Where(static label => label.Words.Count > 0)
            .ToList();
        if (labels.Count > 0 && (BehindLink(name, labels) ?? AtEnd(name, labels)) is var (start, end, repeated))
        {
            var better = name.IsOwn(name.Words[start]) ? name.Without(start, end) : null;
            report.Name(name, NamingDescriptors.LabelInName, better, name.Full, string.Join("' and '", repeated));
        }
    }

    /// <summary><c>by_method</c>, <c>by_method_and_status</c></summary>
    private static (int Start, int End, List<string> Labels)? BehindLink(
        MetricName name, List<(string Name, IReadOnlyList<NameWord> Words)> labels)
    {
        for (var link = 1; link < name.Subject - 1; link++)
        {
            if (!IsLink(name, link))
            {
                continue;
            }

            var repeated = new List<string>();
            var end = link + 1;
            var next = end;
            while (labels.FirstOrDefault(label => StandsAt(name, next, label.Words)) is { Name: { } found, Words: var words })
            {
                repeated.Add(found);
                end = next + words.Count;
                next = end < name.Subject && name.Words[end].Text == "and" ? end + 1 : end;
            }

            if (repeated.Count > 0)
            {
                return (link, end, repeated);
            }
        }

        return null;
    }

    private static (int Start, int End, List<string> Labels)? AtEnd(
        MetricName name, List<(string Name, IReadOnlyList<NameWord> Words)> labels)
    {
        if (name.Type is not (MetricType.Counter or MetricType.Histogram or MetricType.Summary))
        {
            return null;
        }

        foreach (var (label, words) in labels)
        {
            var start = name.Subject - words.Count;
            if (start < 1 || !name.IsOwn(name.Words[start - 1]) || !StandsAt(name, start, words))
            {
                continue;
            }

            for (var link = start - 1; link >= 1 && link >= start - Reach; link--)
            {
                if (IsLink(name, link))
                {
                    start = link;
                    break;
                }
            }

            return (start, name.Subject, [label]);
        }

        return null;
    }

    private static bool IsLink(MetricName name, int index) => name.Words[index].Text is "by" or "per";

    /// <summary>Whether these words stand there in the name, in the singular or the plural.</summary>
    private static bool StandsAt(MetricName name, int start, IReadOnlyList<NameWord> words)
    {
        if (start + words.Count > name.Subject || !name.IsOwn(name.Words[start]))
        {
            return false;
        }

        for (var i = 0; i < words.Count; i++)
        {
            var word = name.Words[start + i].Text;
            if (word != words[i].Text && !(i == words.Count - 1 && word == words[i].Text + "s"))
            {
                return false;
            }
        }

        return true;
    }
}
