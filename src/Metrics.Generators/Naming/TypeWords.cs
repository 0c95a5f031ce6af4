using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Naming;

/// <summary>Names of types as words of a name: MET105.</summary>
internal static class TypeWords
{
    public static void Check(MetricName name, NamingReport report)
    {
        var index = Find(name, name.Subject);
        if (index < 0)
        {
            return;
        }

        var isInsteadOfTotal = name.Type == MetricType.Counter && index == name.Words.Count - 1;
        var better = isInsteadOfTotal ? name.Replace(index, index + 1, "total") : name.Without(index, index + 1);
        report.Name(name, NamingDescriptors.TypeInName, better, name.Full, name.Words[index].Text);
    }

    public static void CheckPrefix(NameText prefix, Location? spot, NamingReport report)
    {
        var index = Find(prefix, prefix.Words.Count);
        if (index >= 0)
        {
            var better = prefix.Without(index, index + 1);
            report.Text(
                spot,
                NamingDescriptors.TypeInName,
                better,
                better,
                ImmutableDictionary<string, string?>.Empty,
                prefix.Full,
                prefix.Words[index].Text);
        }
    }

    /// <summary>The first word that is a type's name and stands here; -1 where none does.</summary>
    private static int Find(NameText name, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (name.IsOwn(name.Words[i]) && IsType(name.Words[i].Text, isAtEnd: i == 0 || i == end - 1))
            {
                return i;
            }
        }

        return -1;
    }

    // A summary is also a thing that a shop can have: within a name it tells nothing.
    private static bool IsType(string word, bool isAtEnd) => word switch
    {
        "counter" or "gauge" or "histogram" or "gaugehistogram" => true,
        "summary" => isAtEnd,
        _ => false,
    };
}
