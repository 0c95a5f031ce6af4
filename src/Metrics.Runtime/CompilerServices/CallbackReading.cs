using System.ComponentModel;

namespace TypedMetrics.CompilerServices;

/// <summary>Takes what a callback of the user's gives in one scrape. Not thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CallbackReading
{
    private readonly SortedList<int, double> _values = [];

    internal CallbackReading()
    {
    }

    /// <summary>The values by series.</summary>
    internal SortedList<int, double> Values => _values;

    /// <summary>Takes the value of a series.</summary>
    /// <param name="index">The series' index, below the product of the labels' sizes.</param>
    /// <param name="value">The value; <see langword="null"/> for no sample.</param>
    public void Observe(int index, double? value)
    {
        if (value is { } number)
        {
            _values[index] = number;
        }
    }
}
