using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>The finders that a compilation has work for: none where it references no metrics library that is known.</summary>
internal static class LabelUseFinders
{
    public static ImmutableArray<ILabelUseFinder> For(Compilation compilation, CancellationToken cancellation)
    {
        var finders = ImmutableArray.CreateBuilder<ILabelUseFinder>();
        if (!compilation.GetTypesByMetadataName(KnownNames.Namespace + ".MetricAttribute").IsEmpty)
        {
            finders.Add(new LabelUseFinder(new OpenLabels(compilation, cancellation)));
        }

        return finders.ToImmutable();
    }
}
