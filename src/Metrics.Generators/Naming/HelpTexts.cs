using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Parsing;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Naming;

/// <summary>Help that tells nothing: MET110, as information only where none is given.</summary>
internal static class HelpTexts
{
    private static readonly HashSet<string> Fillers = ["the", "a", "an", "of", "total"];

    public static void Check(MetricName name, NamingReport report, CancellationToken cancellation)
    {
        var attribute = name.Metric.Attribute;
        if (attribute.Positional<string>(1) is { } stated)
        {
            var problem = stated.Trim().Length == 0 ? "an empty help text"
                : Repeats(stated, name) ? "a help text that repeats its name"
                : null;
            Report(DiagnosticSeverity.Warning, attribute.SpotOfPositional(1, cancellation), problem);
        }
        else if (DocumentationText.SummaryOf(name.Metric.Member, cancellation) is not { } summary)
        {
            Report(DiagnosticSeverity.Info, report.SpotOf(name), "no help text");
        }
        else if (Repeats(summary, name))
        {
            Report(DiagnosticSeverity.Warning, Spots.OfName(name.Metric.Member), "a summary, and so a help text, that repeats its name");
        }

        void Report(DiagnosticSeverity severity, Location? spot, string? problem)
        {
            if (problem is not null)
            {
                report.ReportAs(severity, spot, NamingDescriptors.EmptyHelp, name.Full, problem);
            }
        }
    }

    /// <summary>Whether the text has the words of the name and no others; prefix, unit and <c>total</c> may be missing.</summary>
    private static bool Repeats(string help, MetricName name)
    {
        var words = WordsOf(help);
        var subject = name.Words.Take(name.Subject).ToList();
        var own = subject.Where(name.IsOwn).ToList();
        var isWithUnit = Units.FromName(MetricNames.BaseName(name.Type, name.Full)) is not null;
        return IsSame(subject) || IsSame(own) || (isWithUnit && (IsSame(WithoutLast(subject)) || IsSame(WithoutLast(own))));

        bool IsSame(List<NameWord> of) => of.Count > 0 && words.SequenceEqual(of.Select(static word => word.Text).Where(IsTelling));
    }

    private static List<NameWord> WithoutLast(List<NameWord> words) => words.Count == 0 ? words : words.GetRange(0, words.Count - 1);

    private static bool IsTelling(string word) => !Fillers.Contains(word);

    private static List<string> WordsOf(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text)
        {
            plain.Append(char.IsLetterOrDigit(c) ? c : '_');
        }

        return [.. NameWords.Of(plain.ToString()).Select(static word => word.Text).Where(IsTelling)];
    }
}
