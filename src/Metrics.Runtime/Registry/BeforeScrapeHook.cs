namespace TypedMetrics.Registry;

/// <summary>What <see cref="CollectorRegistry.AddBeforeScrape(Action)"/> adds; disposing takes it out again.</summary>
/// <param name="name">What it is called in problems and self-metrics.</param>
/// <param name="action">The user's code.</param>
/// <param name="remove">Takes it out.</param>
internal sealed class BeforeScrapeHook(string name, Func<CancellationToken, ValueTask> action, Action<BeforeScrapeHook> remove) : IDisposable
{
    /// <summary>What it is called in problems and self-metrics.</summary>
    public string Name => name;

    /// <summary>Runs it.</summary>
    public UserCall Call { get; } = new(action);

    /// <inheritdoc/>
    public void Dispose() => remove(this);

    /// <summary>The type that the user's code stands in.</summary>
    public static string NameOf(Delegate action)
    {
        var type = action.Method.DeclaringType;

        // A lambda stands in a type that the compiler makes, and no one knows by name.
        while (type is { DeclaringType: { } outer } && type.Name.StartsWith('<'))
        {
            type = outer;
        }

        return type?.FullName ?? action.Method.Name;
    }
}
