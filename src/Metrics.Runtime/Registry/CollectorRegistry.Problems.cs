using TypedMetrics.Registry;

namespace TypedMetrics;

public sealed partial class CollectorRegistry
{
    private readonly ProblemLog _problems = new();

    /// <summary>
    /// Raised for each new cause of a problem, once, on the thread that met it. It may be in the middle of a registration or
    /// a scrape: a handler should only take note. What a handler throws is ignored. The event source <c>TypedMetrics</c>
    /// tells the same.
    /// </summary>
    public event Action<MetricsProblem>? ProblemReported;

    /// <summary>
    /// What is wrong and was gone on without: metrics that were refused, collectors that threw. Each cause once, in order,
    /// 256 at most.
    /// </summary>
    public IReadOnlyList<MetricsProblem> Problems => _problems.Problems;

    /// <summary>Reports a problem; never under the registry's lock.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cause">Its cause, where the message has what differs each time; the message itself unless set.</param>
    internal void Report(MetricsProblem problem, string? cause = null)
    {
        if (!_problems.TryAdd(problem, cause ?? problem.Message))
        {
            return;
        }

        MetricsEventSource.Log.Problem(problem.Subject, problem.Message, problem.Exception?.ToString() ?? "");
        Listeners.Tell(ProblemReported, problem);
    }
}
