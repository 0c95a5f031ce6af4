using System.Globalization;

namespace TypedMetrics.Analyzers.Tests.Provenance;

/// <summary>How much of what is bad is reported, and how much of what is reported is bad.</summary>
internal sealed class CorpusScore
{
    private readonly List<string> _missed = [];
    private readonly List<string> _false = [];
    private int _bad;
    private int _reports;

    public double Recall => 1 - ((double)_missed.Count / _bad);

    public double Precision => 1 - ((double)_false.Count / _reports);

    /// <summary>The score over all cases that have the form.</summary>
    public static async Task<CorpusScore> OfAsync(CorpusForm form, bool withNames)
    {
        var score = new CorpusScore();
        foreach (var file in CorpusFile.All)
        {
            var run = await CorpusRun.OfAsync(file, form, withNames);
            for (var i = 0; i < file.Cases.Length; i++)
            {
                if (CorpusRun.SourcesOf(file, i, form) is not null)
                {
                    score.Add(file.Cases[i], run.FoundIn(i).Select(static found => found.Id).ToList());
                }
            }
        }

        return score;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        {_bad} bad, {_reports} reports, recall {Recall:P2}, precision {Precision:P2}
        missed:
        {string.Join('\n', _missed)}
        false:
        {string.Join('\n', _false)}
        """);

    // A bad case counts as found where an expected id is reported; any other report is a false one.
    private void Add(CorpusCase one, List<string> found)
    {
        var wrong = one.Verdict == Verdict.Bad ? found.Where(id => !one.Ids.IsEmpty && !one.Ids.Contains(id)).ToList() : found;
        _reports += found.Count;
        _false.AddRange(wrong.Select(id => $"  {id} {one.Title}"));
        if (one.Verdict == Verdict.Bad)
        {
            _bad++;
            if (wrong.Count == found.Count)
            {
                _missed.Add("  " + one.Title);
            }
        }
    }
}
