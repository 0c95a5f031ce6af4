using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Calls whose constant arguments leave few results: clamps and small random numbers.</summary>
internal static class FewValues
{
    /// <summary>A random number below this is a fixed set of values and no danger.</summary>
    private const int Maximum = 1_000;

    public static bool Bounds(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "Clamp" when call.Arguments.Length == 3 && ValueTypes.IsFramework(method):
                return call.Arguments[1].Value.ConstantValue.HasValue && call.Arguments[2].Value.ConstantValue.HasValue;
            case "Next" or "NextInt64" when MetadataNames.Is(method.ContainingType, "System.Random") && call.Arguments.Length > 0:
            case "GetInt32" when MetadataNames.Is(method.ContainingType, "System.Security.Cryptography.RandomNumberGenerator"):
                return IsFew(call);
            case "Min" or "Max" when MetadataNames.Is(method.ContainingType, "System.Math"):
                return IsClamp(call, method.Name == "Min" ? "Max" : "Min");
            case "GetRouteValue":
                return call.Arguments.Any(argument => argument.Value.ConstantValue.Value is string key && KnownBounded.IsRouteName(key));
            default:
                return false;
        }
    }

    private static bool IsFew(IInvocationOperation call)
    {
        var low = call.Arguments.Length > 1 ? call.Arguments[0].Value.ConstantValue.Value : 0;
        var high = call.Arguments[call.Arguments.Length - 1].Value.ConstantValue.Value;
        return AsNumber(low) is { } from && AsNumber(high) is { } to && to - from is >= 0 and <= Maximum;
    }

    private static long? AsNumber(object? value) => value switch
    {
        int number => number,
        long number => number,
        _ => null,
    };

    /// <summary><c>Math.Min(Math.Max(x, 1), 9)</c></summary>
    private static bool IsClamp(IInvocationOperation outer, string other) =>
        outer.Arguments.Any(argument => argument.Value.ConstantValue.HasValue)
        && outer.Arguments.Any(argument => argument.Value is IInvocationOperation inner
            && inner.TargetMethod.Name == other
            && inner.Arguments.Any(bound => bound.Value.ConstantValue.HasValue));
}
