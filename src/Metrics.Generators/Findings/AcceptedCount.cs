using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace TypedMetrics.Generators.Findings;

/// <summary>How often a finding is accepted: <c>2</c>, or where target frameworks differ <c>net10.0: 2, netstandard2.0: 1</c>.</summary>
internal sealed class AcceptedCount
{
    private readonly int _everywhere;
    private readonly SortedDictionary<string, int> _byFramework = new(StringComparer.Ordinal);

    private AcceptedCount(int everywhere) => _everywhere = everywhere;

    public static AcceptedCount None { get; } = new(0);

    public bool IsNone => _byFramework.Count == 0 ? _everywhere == 0 : _byFramework.Values.All(static count => count == 0);

    public static AcceptedCount? Parse(string text)
    {
        if (Number(text) is { } everywhere)
        {
            return new(everywhere);
        }

        var result = new AcceptedCount(0);
        foreach (var part in text.Split(','))
        {
            var separator = part.LastIndexOf(':');
            if (separator < 0 || Number(part.Substring(separator + 1)) is not { } count)
            {
                return null;
            }

            result._byFramework[part.Substring(0, separator).Trim()] = count;
        }

        return result;
    }

    /// <summary>The count in one target framework.</summary>
    public int In(string framework) =>
        _byFramework.Count == 0 ? _everywhere : _byFramework.TryGetValue(framework, out var count) ? count : 0;

    /// <summary>The same count, but for one of the project's target frameworks.</summary>
    public AcceptedCount With(string framework, int count, IReadOnlyCollection<string> frameworks)
    {
        var counts = frameworks.ToDictionary(static name => name, In);
        counts[framework] = count;
        if (counts.Values.Distinct().Count() == 1)
        {
            return new(count);
        }

        var result = new AcceptedCount(0);
        foreach (var pair in counts.Where(static pair => pair.Value > 0))
        {
            result._byFramework[pair.Key] = pair.Value;
        }

        return result;
    }

    public override string ToString() => _byFramework.Count == 0
        ? _everywhere.ToString(CultureInfo.InvariantCulture)
        : string.Join(", ", _byFramework.Select(static pair => $"{pair.Key}: {pair.Value.ToString(CultureInfo.InvariantCulture)}"));

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;
}
