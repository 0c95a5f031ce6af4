using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TypedMetrics.AspNetCore.Scraping;

/// <summary>
/// Writes the problems of the registries that an application serves to its log, those reported so far and, until the
/// application has stopped, those to come; and values that did not fit a label, a sample now and then.
/// </summary>
internal sealed partial class RegistryProblemLog(ILogger logger)
{
    public static void Attach(CollectorRegistry registry, ILogger logger, IHostApplicationLifetime? lifetime)
    {
        var log = new RegistryProblemLog(logger);
        registry.ProblemReported += log.Write;
        registry.LabelOverflowed += log.Write;
        lifetime?.ApplicationStopped.Register(() =>
        {
            registry.ProblemReported -= log.Write;
            registry.LabelOverflowed -= log.Write;
        });
        foreach (var problem in registry.Problems)
        {
            log.Write(problem);
        }
    }

    private void Write(MetricsProblem problem) => LogProblem(problem.Subject, problem.Message, problem.Exception);

    private void Write(LabelOverflow overflow) => LogOverflow(overflow.Label, overflow.Metric, overflow.Value, overflow.Count);

    [LoggerMessage(5, LogLevel.Information, "Label {Label} of {Metric} has no place for {Value}, nor had it for others: {Count} in all.")]
    private partial void LogOverflow(string label, string metric, string value, long count);

    [LoggerMessage(2, LogLevel.Warning, "{Subject}: {Message}")]
    private partial void LogProblem(string subject, string message, Exception? exception);
}
