using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Use;

/// <summary>Recognises the runtime's instruments, and where one is taken, by name only.</summary>
internal static class Instruments
{
    /// <summary>Whether the compilation knows the runtime, or attributes of its name.</summary>
    public static bool AreKnownTo(Compilation compilation) => !compilation.GetTypesByMetadataName(KnownNames.Namespace + ".MetricAttribute").IsEmpty;

    public static bool IsInstrument(ITypeSymbol? type) =>
        type is INamedTypeSymbol { ContainingType: null, Name: "Counter" or "Gauge" or "Histogram" or "Summary" or "StateSet" or "Info" } named
        && KnownNames.IsInRuntimeNamespace(named);

    /// <summary>The property or method of a metric that an operation reads, or <see langword="null"/>.</summary>
    public static ISymbol? Accessor(IOperation? operation) => operation switch
    {
        IInvocationOperation call when IsInstrument(call.Type) => IfMetric(call.TargetMethod),
        IPropertyReferenceOperation property when IsInstrument(property.Type) => IfMetric(property.Property),
        _ => null,
    };

    private static ISymbol? IfMetric(ISymbol member) => DeclaredMetric.AttributeOf(member) is null ? null : member;
}
