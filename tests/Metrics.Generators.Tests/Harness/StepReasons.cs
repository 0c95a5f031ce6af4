using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Tests.Harness;

/// <summary>What a second run took from the first.</summary>
internal static class StepReasons
{
    /// <summary>The reasons of a step's outputs, one a word, in the order of the outputs.</summary>
    public static string Of(GeneratorRun run, string step) => run.Result.TrackedSteps.TryGetValue(step, out var runs) ? Join(runs) : "";

    /// <summary>The reasons of all files, one a word.</summary>
    public static string OfFiles(GeneratorRun run) => Join(run.Result.TrackedOutputSteps.SelectMany(static step => step.Value).ToImmutableArray());

    private static string Join(ImmutableArray<IncrementalGeneratorRunStep> runs) =>
        string.Join(" ", runs.SelectMany(static step => step.Outputs).Select(static output => output.Reason.ToString()).Order());
}
