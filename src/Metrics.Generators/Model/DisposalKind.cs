namespace TypedMetrics.Generators.Model;

/// <summary>How an instance group gives its metrics back.</summary>
internal enum DisposalKind
{
    /// <summary>A <c>Dispose()</c> is written.</summary>
    Dispose,

    /// <summary>The base type is a group with a written <c>Dispose()</c>, which is overridden.</summary>
    Override,

    /// <summary>There is a <c>Dispose()</c> already, which calls <c>UnregisterMetrics()</c>.</summary>
    Unregister,
}
