using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>
/// Judges the uses of a body in the form of its source. Most are harmless whatever way execution takes, and then no graph is
/// built, which would cost more than all else that the analysis does.
/// </summary>
internal static class SourceUses
{
    /// <summary>Whether the body has no use, or none that there is anything to report of.</summary>
    /// <param name="owner">The outermost operation of the body.</param>
    /// <param name="function">The method; <see langword="null"/> for an initializer.</param>
    /// <param name="finders">What finds uses.</param>
    /// <param name="program">What judges them asks this.</param>
    /// <param name="cancellation">Ends the analysis.</param>
    public static bool AreHarmless(
        IOperation owner, IMethodSymbol? function, ImmutableArray<ILabelUseFinder> finders, Program program, CancellationToken cancellation)
    {
        var source = FunctionBody.OfSource(owner, function);
        return !HasAny(source, finders) || AreHarmless(source, finders, new ValueJudge(program), cancellation);
    }

    private static bool HasAny(FunctionBody source, ImmutableArray<ILabelUseFinder> finders)
    {
        foreach (var operation in source.SourceOperations)
        {
            if (!CanUse(operation.Kind))
            {
                continue;
            }

            foreach (var finder in finders)
            {
                if (finder.MayUse(operation))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool AreHarmless(FunctionBody source, ImmutableArray<ILabelUseFinder> finders, ValueJudge judge, CancellationToken cancellation)
    {
        foreach (var operation in source.SourceOperations)
        {
            if (!CanUse(operation.Kind))
            {
                continue;
            }

            // In a graph these are assignments, and calls on a temporary.
            if (operation.Kind is OperationKind.CoalesceAssignment or OperationKind.MemberInitializer)
            {
                return false;
            }

            cancellation.ThrowIfCancellationRequested();
            foreach (var finder in finders)
            {
                foreach (var use in finder.In(source, operation))
                {
                    if (!judge.IsHarmless(source, use.Value, use.Part))
                    {
                        return false;
                    }
                }
            }
        }

        return !source.IsGraphNeeded;
    }

    private static bool CanUse(OperationKind kind) => kind is
        OperationKind.Invocation or OperationKind.ObjectCreation or OperationKind.SimpleAssignment or OperationKind.CompoundAssignment
        or OperationKind.CoalesceAssignment or OperationKind.DeconstructionAssignment or OperationKind.MemberInitializer;
}
