using System.Threading;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Declarations;

/// <summary>A metric's name, with where it comes from.</summary>
/// <param name="Type">The type of the family.</param>
/// <param name="Name">The name with its prefix.</param>
/// <param name="Origin">What declares it, in words.</param>
/// <param name="Location">The name in this project's source; <see langword="null"/> for a metric of a reference.</param>
internal sealed record DeclaredName(MetricType Type, string Name, string Origin, Location? Location)
{
    public static DeclaredName? Of(ParsedMetric metric, INamedTypeSymbol group, CancellationToken cancellation) =>
        metric.Name is { } name
            ? new(
                metric.Kind.Type,
                name,
                $"'{group.Name}.{metric.Member.Name}'",
                metric.Attribute.SpotOfPositional(0, cancellation))
            : null;
}
