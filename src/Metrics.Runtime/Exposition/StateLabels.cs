namespace TypedMetrics.Exposition;

/// <summary>
/// The states of a state set as label pairs, <c>breaker_state="open"</c>, encoded once per family: their label is called
/// like the family (OpenMetrics 1.0, "StateSet").
/// </summary>
internal sealed class StateLabels
{
    private readonly byte[][] _pairs;

    /// <summary>Encodes the states of a family.</summary>
    public StateLabels(string familyName, IReadOnlyList<string> states) =>
        _pairs = [.. states.Select(state => LabelEscaping.Pair(familyName, state))];

    /// <summary>The number of states.</summary>
    public int Count => _pairs.Length;

    /// <summary>The pair of the state with this ordinal.</summary>
    public ReadOnlySpan<byte> this[int state] => _pairs[state];
}
