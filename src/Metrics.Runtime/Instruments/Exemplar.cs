using System.Diagnostics;
using TypedMetrics.Exposition;
using TypedMetrics.Rules;

namespace TypedMetrics;

/// <summary>
/// What points from a counter or a histogram's bucket to one thing that was counted there, such as a trace: a few label
/// pairs, given along with an update. <see langword="default"/> is none.
/// </summary>
/// <remarks>
/// Exposed in OpenMetrics only. Names and values together have at most 128 characters (OpenMetrics 1.0, "Exemplars"); one that
/// is longer, or has an invalid name, is dropped and counted in <c>typedmetrics_exemplars_dropped_total</c>, and the update
/// counts all the same. A series of a counter, and each bucket of a histogram's, takes a new one at most once a second; what comes in
/// between costs a look at the clock, and what is taken some 200 bytes.
/// </remarks>
public readonly struct Exemplar
{
    /// <summary>How many characters (Unicode scalar values) names and values may have together.</summary>
    public const int MaximumLength = 128;

    private readonly (string? Name, string? Value) _first;
    private readonly (string? Name, string? Value) _second;
    private readonly (string? Name, string? Value) _third;
    private readonly Activity? _activity;
    private readonly int _count;

    private Exemplar(
        int count, (string? Name, string? Value) first, (string? Name, string? Value) second = default, (string? Name, string? Value) third = default)
    {
        _count = count;
        _first = first;
        _second = second;
        _third = third;
    }

    private Exemplar(Activity activity)
    {
        _count = 2;
        _activity = activity;
    }

    /// <summary>Whether there is nothing to keep.</summary>
    internal bool IsEmpty => _count == 0;

    /// <summary>An exemplar with one label: <c>Exemplar.Of("trace_id", id)</c>.</summary>
    public static Exemplar Of(string name, string value) => new(1, (name, value));

    /// <summary>An exemplar with two labels.</summary>
    public static Exemplar Of(string firstName, string firstValue, string secondName, string secondValue) =>
        new(2, (firstName, firstValue), (secondName, secondValue));

    /// <summary>An exemplar with three labels.</summary>
    public static Exemplar Of(
        string firstName, string firstValue, string secondName, string secondValue, string thirdName, string thirdValue) =>
        new(3, (firstName, firstValue), (secondName, secondValue), (thirdName, thirdValue));

    /// <summary>
    /// The <c>trace_id</c> and <c>span_id</c> of <see cref="Activity.Current"/>, where that is recorded and has W3C ids; else none.
    /// </summary>
    public static Exemplar OfCurrentActivity() =>
        Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } activity ? new(activity) : default;

    /// <summary>The exemplar as OpenMetrics has it behind a sample, or <see langword="null"/> where it cannot be exposed.</summary>
    internal byte[]? Encode(double value, DateTimeOffset time)
    {
        (string? Name, string? Value)[] pairs = _activity is { } activity
            ? [("trace_id", activity.TraceId.ToHexString()), ("span_id", activity.SpanId.ToHexString())]
            : [.. new[] { _first, _second, _third }.Take(_count)];
        if (!IsValid(pairs))
        {
            return null;
        }

        Span<byte> number = stackalloc byte[Number.MaximumLength];
        Span<byte> seconds = stackalloc byte[Number.MaximumLength];
        var numberLength = Number.WriteOpenMetrics(value, number);
        var secondsLength = Number.WriteTime((time - DateTimeOffset.UnixEpoch).TotalSeconds, seconds);
        var text = new List<byte>(MaximumLength);
        text.AddRange(" # {"u8);
        foreach (var (name, label) in pairs)
        {
            if (text[^1] != '{')
            {
                text.Add((byte)',');
            }

            text.AddRange(LabelEscaping.Pair(name!, label!));
        }

        text.AddRange("} "u8);
        text.AddRange(number[..numberLength]);
        text.Add((byte)' ');
        text.AddRange(seconds[..secondsLength]);
        return [.. text];
    }

    private static bool IsValid((string? Name, string? Value)[] pairs)
    {
        var length = 0;
        for (var i = 0; i < pairs.Length; i++)
        {
            var (name, value) = pairs[i];
            if (value is null || !LabelNames.IsValid(name) || LabelNames.IsReserved(name!) || Array.Exists(pairs[..i], other => other.Name == name))
            {
                return false;
            }

            length += name!.Length + value.EnumerateRunes().Count();
        }

        return length <= MaximumLength;
    }
}
