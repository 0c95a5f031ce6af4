using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace TypedMetrics.AspNetCore.Control;

/// <summary>
/// Reads <see cref="CollectorRegistry.Controls"/> from a configuration section: its children are called like metrics, theirs
/// like the properties of <see cref="MetricControl"/>. Written out, since a binder by reflection does not survive trimming.
/// </summary>
internal static class ControlSection
{
    /// <summary>The controls, with what cannot be read left out.</summary>
    /// <param name="section">The section.</param>
    /// <param name="problems">Takes what cannot be read.</param>
    public static Dictionary<string, MetricControl> Read(IConfiguration section, ICollection<string> problems)
    {
        var controls = new Dictionary<string, MetricControl>(StringComparer.Ordinal);
        foreach (var metric in section.GetChildren())
        {
            var control = new MetricControl();
            foreach (var setting in metric.GetChildren())
            {
                Read(setting, control, problems);
            }

            controls.Add(metric.Key, control);
        }

        return controls;
    }

    private static void Read(IConfigurationSection setting, MetricControl control, ICollection<string> problems)
    {
        if (Is(setting, nameof(MetricControl.Disabled)))
        {
            if (bool.TryParse(setting.Value, out var disabled))
            {
                control.Disabled = disabled;
            }
            else
            {
                problems.Add($"{setting.Path}: '{setting.Value}' is neither true nor false");
            }
        }
        else if (Is(setting, nameof(MetricControl.MaxSeries)))
        {
            control.MaxSeries = Maximum(setting, problems);
        }
        else if (Is(setting, nameof(MetricControl.MaxValues)))
        {
            foreach (var label in setting.GetChildren())
            {
                if (Maximum(label, problems) is { } maximum)
                {
                    control.MaxValues[label.Key] = maximum;
                }
            }
        }
        else if (Is(setting, nameof(MetricControl.FoldedLabels)))
        {
            control.FoldedLabels.UnionWith(setting.GetChildren().Select(static label => label.Value).OfType<string>());
        }
        else
        {
            problems.Add($"{setting.Path}: there is no such setting of a metric");
        }
    }

    private static bool Is(IConfigurationSection setting, string name) => setting.Key.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static int? Maximum(IConfigurationSection setting, ICollection<string> problems)
    {
        if (int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var maximum))
        {
            return maximum;
        }

        problems.Add($"{setting.Path}: '{setting.Value}' is no whole number from 0 on");
        return null;
    }
}
