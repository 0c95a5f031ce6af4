using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TypedMetrics.AspNetCore.Scraping;

/// <summary>
/// Writes the problems of the registries that an application serves to its log: those reported so far and, until the
/// application has stopped, those to come.
/// </summary>
internal sealed partial class RegistryProblemLog(ILogger logger)
{
    public static void Attach(CollectorRegistry registry, ILogger logger, IHostApplicationLifetime? lifetime)
    {
        var log = new RegistryProblemLog(logger);
        registry.ProblemReported += log.Write;
        lifetime?.ApplicationStopped.Register(() => registry.ProblemReported -= log.Write);
        foreach (var problem in registry.Problems)
        {
            log.Write(problem);
        }
    }

    private void Write(MetricsProblem problem) => LogProblem(problem.Subject, problem.Message, problem.Exception);

    [LoggerMessage(2, LogLevel.Warning, "{Subject}: {Message}")]
    private partial void LogProblem(string subject, string message, Exception? exception);
}
