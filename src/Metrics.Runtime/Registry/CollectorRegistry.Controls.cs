using TypedMetrics.Registry;

namespace TypedMetrics;

public sealed partial class CollectorRegistry
{
    private KeyValuePair<string, MetricControl>[] _controls = [];
    private ControlledMetric[] _controlled = [];

    /// <summary>
    /// What is changed of metrics while the program runs, by the metric's name or that of one of its samples: whether it is exposed,
    /// how many series it may have, which labels are folded. Set as a whole; what is not in it any more is as declared again.
    /// Metrics that are registered later follow it, too. What cannot be followed is reported in <see cref="Problems"/>.
    /// </summary>
    /// <exception cref="ArgumentException">A maximum is negative.</exception>
    public IReadOnlyDictionary<string, MetricControl> Controls
    {
        get => new Dictionary<string, MetricControl>(Volatile.Read(ref _controls), StringComparer.Ordinal);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            KeyValuePair<string, MetricControl>[] controls = [.. value.OrderBy(static control => control.Key, StringComparer.Ordinal)];
            var controlled = Array.ConvertAll(controls, static control => new ControlledMetric(control.Key, control.Value));
            lock (_sync)
            {
                _controls = controls;
                _controlled = controlled;
                foreach (var registered in _families.Values)
                {
                    ControlledMetric.Apply(registered.Family, ControlOf(registered));
                }

                _snapshot = null;
            }
        }
    }

    private ControlledMetric? ControlOf(RegisteredFamily registered) =>
        Array.Find(_controlled, control => registered.Family.Descriptor.Reserves(control.Name));

    private List<MetricsProblem> ControlProblems()
    {
        var problems = new List<MetricsProblem>();
        foreach (var control in _controlled)
        {
            if (_reserved.TryGetValue(control.Name, out var registered))
            {
                problems.AddRange(control.Problems(registered.Family)
                    .Select(problem => new MetricsProblem(registered.Family.Descriptor.TextName, problem)));
            }
            else if (control.NeedsDeclaration)
            {
                problems.Add(new MetricsProblem(control.Name, $"'{control.Name}' is controlled, and no group declares it"));
            }
        }

        return problems;
    }
}
