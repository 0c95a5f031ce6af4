namespace TypedMetrics.Registry;

/// <summary>Keeps the problems of a registry, each cause once, up to a bound. Safe for any thread.</summary>
internal sealed class ProblemLog
{
    /// <summary>How many problems are kept; what comes later is not reported.</summary>
    public const int Capacity = 256;

    private readonly Lock _sync = new();
    private readonly HashSet<(string, string)> _known = [];
    private MetricsProblem[] _problems = [];

    /// <summary>The problems in the order in which they were reported.</summary>
    public IReadOnlyList<MetricsProblem> Problems => Volatile.Read(ref _problems);

    /// <summary>Keeps a problem; false where it is known or there are too many.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cause">What makes it another problem of the same subject.</param>
    public bool TryAdd(MetricsProblem problem, string cause)
    {
        lock (_sync)
        {
            if (_problems.Length == Capacity || !_known.Add((problem.Subject, cause)))
            {
                return false;
            }

            Volatile.Write(ref _problems, [.. _problems, problem]);
            return true;
        }
    }
}
