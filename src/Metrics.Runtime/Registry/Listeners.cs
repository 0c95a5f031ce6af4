namespace TypedMetrics.Registry;

/// <summary>Tells those who listen to an event.</summary>
internal static class Listeners
{
    /// <summary>Calls each handler. What one throws is ignored: a listener's failure must not become the program's.</summary>
    public static void Tell<T>(Action<T>? handlers, T what)
    {
        foreach (var handler in Delegate.EnumerateInvocationList(handlers))
        {
            try
            {
                handler(what);
            }
            catch (Exception)
            {
                // Ignored, as said.
            }
        }
    }
}
