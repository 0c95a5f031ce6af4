using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Framework methods that are given a condition on elements.</summary>
internal static class Predicates
{
    /// <summary>The function that says of an element whether it is meant, or <see langword="null"/>.</summary>
    public static IOperation? Of(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && ValueTypes.IsFramework(call.TargetMethod)
                && TypeFlow.InvokeOf(parameter.OriginalDefinition.Type) is { ReturnType.SpecialType: SpecialType.System_Boolean })
            {
                return argument.Value;
            }
        }

        return null;
    }

    /// <summary>Whether a method gives out those elements alone for which its condition holds.</summary>
    public static bool IsFilter(IMethodSymbol method) => method.Name is
        "Where" or "TakeWhile" or "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault"
            or "Find" or "FindAll" or "FindLast";
}
