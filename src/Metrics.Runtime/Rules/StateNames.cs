using System.Collections.Generic;

namespace TypedMetrics.Rules;

/// <summary>The rules for the states of a state set, one for the build and the run time.</summary>
internal static class StateNames
{
    /// <summary>How many states a state set has at most: they change together, in one atomic word of 64 bits, of which one says that the series is touched.</summary>
    public const int Maximum = 63;

    /// <summary>Why a family cannot have these states, or <see langword="null"/>.</summary>
    public static string? Problem(IReadOnlyList<string> states)
    {
        if (states.Count == 0)
        {
            return "it has no states";
        }

        if (states.Count > Maximum)
        {
            return $"it has {states.Count} states, and a state set holds {Maximum}";
        }

        var seen = new HashSet<string>();
        foreach (var state in states)
        {
            if (string.IsNullOrEmpty(state))
            {
                return "the text of a state is empty, which to Prometheus is no label at all";
            }

            if (!seen.Add(state))
            {
                return $"the state '{state}' is there twice";
            }
        }

        return null;
    }

    /// <summary>Why the states' label, which is called like the family, cannot be called so, or <see langword="null"/>.</summary>
    public static string? LabelProblem(string baseName) =>
        LabelNames.IsReserved(baseName) || !LabelNames.IsValid(baseName)
            ? $"its states need a label called '{baseName}', which is no label name: a letter or '_', followed by letters, digits and '_' is, but not 'le', 'quantile' or '__…'"
            : null;
}
