using System.Globalization;

namespace TypedMetrics.GeneratorCost;

/// <summary>Times of one thing, in the order in which they were taken.</summary>
internal sealed class Figures(string what)
{
    private readonly List<double> _milliseconds = [];

    public string What => what;

    public double Median => _milliseconds.Order().ElementAt(_milliseconds.Count / 2);

    public double Best => _milliseconds.Min();

    public void Add(double milliseconds) => _milliseconds.Add(milliseconds);

    public void Add(TimeSpan time) => Add(time.TotalMilliseconds);

    /// <summary>Name, best and median as a row of a markdown table.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"| {what} | {Best:F1} ms | {Median:F1} ms |");
}
