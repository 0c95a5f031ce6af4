using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.CallSites;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>The finders that a compilation has work for: none where it references no metrics library that is known.</summary>
internal static class LabelUseFinders
{
    public static ImmutableArray<ILabelUseFinder> For(Compilation compilation, CancellationToken cancellation)
    {
        var finders = ImmutableArray.CreateBuilder<ILabelUseFinder>();
        var foreign = new ForeignUses(compilation);
        var names = new InstrumentNames(cancellation);
        if (Has(KnownNames.Namespace + ".MetricAttribute"))
        {
            finders.Add(new LabelUseFinder(new OpenLabels(compilation, cancellation)));
        }

        if (Has(MeterLabelFinder.MarkerType))
        {
            finders.Add(new MeterLabelFinder(foreign, names));
        }

        if (Has(Meterings.MarkerType) || Has(Meterings.MarkerType + "`1"))
        {
            finders.Add(new MeteringLabelFinder(new Meterings()));
        }

        if (PrometheusLabelFinder.MarkerTypes.Any(Has))
        {
            finders.Add(new PrometheusLabelFinder(foreign, names));
        }

        return finders.ToImmutable();

        bool Has(string type) => !compilation.GetTypesByMetadataName(type).IsEmpty;
    }
}
