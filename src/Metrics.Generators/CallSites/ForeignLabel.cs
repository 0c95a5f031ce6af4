using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Generators.CallSites;

/// <summary>Labels of other libraries, none of which has a maximum, in words.</summary>
internal static class ForeignLabel
{
    private const string SeriesOutcome = "each new value is one more time series, kept for good";
    private const string FamilyOutcome = "each new name is one more metric family, kept for good";

    /// <summary>A tag of an instrument or a meter.</summary>
    /// <param name="key">The key, where it is a constant.</param>
    /// <param name="owner">The instrument, or what it is.</param>
    public static OpenLabel Tag(IOperation? key, string owner) =>
        key?.ConstantValue.Value is string name
            ? Of(name, owner, $"Tag '{name}' of {owner}", SeriesOutcome)
            : Of("", owner, $"A tag of {owner}", SeriesOutcome);

    /// <summary>A label that is known by its name.</summary>
    public static OpenLabel Named(string name, string owner) => Of(name, owner, $"Label '{name}' of {owner}", SeriesOutcome);

    /// <summary>A label that is known by its place in a call.</summary>
    public static OpenLabel Placed(int ordinal, string method, string owner) =>
        Of("", owner, $"Label {ordinal + 1} of {method} on {owner}", SeriesOutcome);

    /// <summary>Labels that are handed over as a whole.</summary>
    public static OpenLabel Unplaced(string method, string owner) => Of("", owner, $"A label of {method} on {owner}", SeriesOutcome);

    /// <summary>The name of a metric or meter.</summary>
    /// <param name="what">What it names: <c>counter</c>, <c>meter</c>.</param>
    public static OpenLabel NameOf(string what) => Of("", what, $"The name of a {what}", FamilyOutcome);

    private static OpenLabel Of(string name, string owner, string subject, string outcome) =>
        new(name, owner, null) { Subject = subject, Outcome = outcome };
}
