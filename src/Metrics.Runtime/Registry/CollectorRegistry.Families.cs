using TypedMetrics.CompilerServices;
using TypedMetrics.Exposition;
using TypedMetrics.Families;
using TypedMetrics.Registry;
using TypedMetrics.Rules;

namespace TypedMetrics;

public sealed partial class CollectorRegistry
{
    private readonly Dictionary<string, RegisteredFamily> _families = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RegisteredFamily> _reserved = new(StringComparer.Ordinal);

    /// <summary>
    /// Takes a metric out of the registry, whoever registered it. Its instruments go on counting, unexposed.
    /// </summary>
    /// <param name="metricName">Its name, or that of one of its samples.</param>
    /// <returns>Whether there was such a metric.</returns>
    public bool Unregister(string metricName)
    {
        ArgumentNullException.ThrowIfNull(metricName);
        _deferred.Run();
        lock (_sync)
        {
            if (!_reserved.TryGetValue(metricName, out var registered))
            {
                return false;
            }

            Withdraw(registered);
            return true;
        }
    }

    /// <summary>
    /// Registers a metric. One that is identical to one that is there shares its family; one that cannot be exposed gets a
    /// family of its own, is not exposed, and is reported.
    /// </summary>
    internal RegisteredFamily Register(
        MetricType type,
        MetricDeclaration declaration,
        KeyValuePair<string, string>[] constantLabels,
        string owner,
        Action<CallbackReading>? callback = null)
    {
        var ownLabels = Array.FindAll(constantLabels, label => !declaration.HasLabel(label.Key));
        RegisteredFamily registered;
        string? refusal;
        lock (_sync)
        {
            var baseName = MetricNames.BaseName(type, declaration.Name);
            if (callback is null && _families.TryGetValue(baseName, out var shared) && shared.IsIdentical(type, declaration, ownLabels))
            {
                shared.Owners++;
                return shared;
            }

            refusal = DeclarationCheck.Refusal(type, declaration) ?? Clash(type, baseName, callback is not null);
            registered = new RegisteredFamily(Create(type, declaration, baseName, callback), ownLabels, owner);
            if (refusal is null)
            {
                _families.Add(baseName, registered);
                ControlledMetric.Apply(registered.Family, ControlOf(registered));
                foreach (var name in MetricNames.Reserved(type, baseName))
                {
                    _reserved.Add(name, registered);
                }

                _snapshot = null;
            }
        }

        var subject = registered.Family.Descriptor.TextName;
        if (refusal is not null)
        {
            Report(new MetricsProblem(subject, $"{owner}: {refusal}; it {(callback is null ? "counts, but is" : "is")} not exposed"));
        }

        foreach (var remark in DeclarationCheck.Remarks(declaration, registered, constantLabels))
        {
            Report(new MetricsProblem(subject, $"{owner}: {remark}"));
        }

        return registered;
    }

    /// <summary>Gives up one group's share in a family.</summary>
    internal void Release(RegisteredFamily registered)
    {
        lock (_sync)
        {
            registered.Owners--;
            if (registered.Owners == 0
                && _families.TryGetValue(registered.Family.Descriptor.BaseName, out var present)
                && present == registered)
            {
                Withdraw(registered);
            }
        }
    }

    private void Withdraw(RegisteredFamily registered)
    {
        var descriptor = registered.Family.Descriptor;
        _families.Remove(descriptor.BaseName);
        foreach (var name in MetricNames.Reserved(descriptor.Type, descriptor.BaseName))
        {
            _reserved.Remove(name);
        }

        _snapshot = null;
    }

    private string? Clash(MetricType type, string baseName, bool isCallback)
    {
        foreach (var name in MetricNames.Reserved(type, baseName))
        {
            if (_reserved.TryGetValue(name, out var other))
            {
                return other.Family.Descriptor is var descriptor && descriptor.BaseName == baseName && descriptor.Type == type
                    ? other.Family is ObservableFamily || isCallback
                        ? $"{other.Owner} declares '{descriptor.TextName}' too, and the values of a callback cannot be shared"
                        : $"{other.Owner} declares '{descriptor.TextName}' with other labels, values, bounds, buckets, quantiles, window or unit"
                    : $"it clashes with '{descriptor.TextName}' of {other.Owner}: both expose '{name}'";
            }

            if (TypedMetrics.Registry.SelfMetrics.Reserves(name))
            {
                return $"the name '{name}' is the library's own";
            }
        }

        return null;
    }

    private MetricFamily Create(MetricType type, MetricDeclaration declaration, string baseName, Action<CallbackReading>? callback)
    {
        var descriptor = new FamilyDescriptor(type, baseName, declaration.Help, declaration.Unit);
        if (callback is not null)
        {
            return new ObservableFamily(declaration, descriptor, TimeProvider, callback);
        }

        MetricFamily family = type switch
        {
            MetricType.Counter => new CounterFamily(declaration, descriptor, TimeProvider),
            MetricType.Gauge => new GaugeFamily(declaration, descriptor, TimeProvider),
            MetricType.Histogram => new HistogramFamily(declaration, descriptor, TimeProvider),
            MetricType.Summary => new SummaryFamily(declaration, descriptor, TimeProvider),
            MetricType.StateSet => new StateSetFamily(declaration, descriptor, TimeProvider),
            MetricType.Info => new InfoFamily(declaration, descriptor, TimeProvider),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no such instrument"),
        };
        family.JoinExpiry();
        return family;
    }
}
