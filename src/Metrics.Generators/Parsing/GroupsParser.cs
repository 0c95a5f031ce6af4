using System;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Turns all groups of a compilation into models, side by side.</summary>
internal static class GroupsParser
{
    /// <summary>The groups in an order of their own, which no edit elsewhere changes.</summary>
    public static EquatableArray<GroupModel> Parse(Compilation compilation, CancellationToken cancellation)
    {
        var types = GroupFinder.Find(compilation, cancellation);
        var groups = new GroupModel?[types.Count];
        ForEach(types.Count, compilation.Options.ConcurrentBuild, i => groups[i] = GroupParser.Parse(types[i], compilation, cancellation)?.Model, cancellation);
        return new(groups.OfType<GroupModel>().OrderBy(static group => group.FullName, StringComparer.Ordinal));
    }

    /// <summary>
    /// Runs the action for each index, on as many threads as the compiler may take for itself. What one of them throws comes out as
    /// it is: the compiler knows a cancellation by its type, and a message about several exceptions tells a user nothing.
    /// </summary>
    internal static void ForEach(int count, bool isConcurrent, Action<int> action, CancellationToken cancellation)
    {
        try
        {
            var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = isConcurrent ? -1 : 1 };
            Parallel.For(0, count, options, action);
        }
        catch (AggregateException several)
        {
            cancellation.ThrowIfCancellationRequested();
            ExceptionDispatchInfo.Capture(several.InnerExceptions[0]).Throw();
        }
    }
}
