using Microsoft.CodeAnalysis;

namespace TypedMetrics.GeneratorCost;

/// <summary>Finds the members with an instrument attribute, and has the compiler bind it: the usual way, on one thread.</summary>
internal sealed class AttributeFinder : IIncrementalGenerator
{
    private static readonly string[] Attributes =
        ["Counter", "Gauge", "Histogram", "Summary", "StateSet", "Info", "ObservableGauge", "ObservableCounter"];

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (var attribute in Attributes)
        {
            var found = context.SyntaxProvider.ForAttributeWithMetadataName(
                $"TypedMetrics.{attribute}Attribute",
                static (_, _) => true,
                static (attributed, _) => attributed.TargetSymbol.Name + attributed.Attributes[0].ConstructorArguments.Length);
            context.RegisterSourceOutput(found, static (_, _) => { });
        }
    }
}
