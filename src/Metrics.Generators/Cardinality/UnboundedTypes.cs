using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Parsing;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>What to use instead of a type without bound.</summary>
internal static class UnboundedTypes
{
    public static string Advice(ITypeSymbol type)
    {
        if (LabelTypes.IsInteger(type))
        {
            return "bound it with [InRange(…, …)], or use an enum";
        }

        if (type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal)
        {
            return "record it as a value, in a histogram or a gauge, or use an enum of ranges";
        }

        if (MetadataNames.Is(type, "System.Type"))
        {
            return "pass its name to a string with [OneOf] or [MaxValues]";
        }

        return KnownSources.Types.TryGet(type, out var kind) ? kind.Advice()
            : "use an enum, a bool, a string with [OneOf] or [MaxValues], or an integer with [InRange]";
    }
}
