using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Tells what the generator wrote from what the user did: an analyzer sees both.</summary>
internal static class GeneratedMembers
{
    /// <summary>The tool that the generator names in the attribute on each member that it writes.</summary>
    public const string Tool = "TypedMetrics.Generators";

    public static bool Contains(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "GeneratedCodeAttribute" } && attribute.Positional<string>(0) == Tool)
            {
                return true;
            }
        }

        return false;
    }
}
