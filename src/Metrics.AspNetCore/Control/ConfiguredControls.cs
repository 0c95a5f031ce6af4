using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace TypedMetrics.AspNetCore.Control;

/// <summary>Sets a registry's controls as the configuration says, when the host starts and whenever the configuration changes.</summary>
internal sealed partial class ConfiguredControls(CollectorRegistry registry, IConfiguration section, ILogger logger) : IHostedService, IDisposable
{
    private readonly Lock _sync = new();
    private IDisposable? _changes;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _changes = ChangeToken.OnChange(section.GetReloadToken, Apply);
        Apply();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _changes?.Dispose();

    // Two changes at once must not end with the older one.
    private void Apply()
    {
        lock (_sync)
        {
            var problems = new List<string>();
            var controls = ControlSection.Read(section, problems);
            problems.ForEach(LogProblem);
            if (controls.Count > 0 || registry.Controls.Count > 0)
            {
                registry.Controls = controls;
                LogApplied(controls.Count);
            }
        }
    }

    [LoggerMessage(3, LogLevel.Warning, "{Problem}; it is left out.")]
    private partial void LogProblem(string problem);

    [LoggerMessage(4, LogLevel.Information, "{Count} metrics are controlled by configuration.")]
    private partial void LogApplied(int count);
}
