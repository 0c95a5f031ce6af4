using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// Calls of the framework and constructors.
internal sealed partial class ValueJudge
{
    /// <summary>A random number below this is a fixed set of values and no danger.</summary>
    private const int FewValues = 1_000;

    private Judgement JudgeCall(FunctionBody body, IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (KnownBounded.Members.TryGet(method, out _) || IsBoundedByArguments(call))
        {
            return Judgement.Bounded;
        }

        if (KnownSources.Members.TryGet(method, out var kind))
        {
            return IsOfBounded(body, call, kind)
                ? Judgement.Bounded
                : Judgement.Of(new Origin(kind, Descriptions.OfMember(method), call.Syntax.GetLocation()));
        }

        if (KnownTransfers.Members.TryGet(method, out var transfer))
        {
            return JudgeTransfer(body, call, transfer);
        }

        if (!ValueTypes.IsFramework(method))
        {
            return Judgement.Unknown;
        }

        if (call.Instance is { } instance)
        {
            return JudgeInstanceCall(body, call, instance);
        }

        // Guid.Parse("…"), TimeSpan.FromSeconds(5): what constants are turned into is constant.
        return KnownSources.Types.TryGet(method.ContainingType, out _) && call.Arguments.Length > 0 && Arguments(body, call).IsBounded
            ? Judgement.Bounded
            : Judgement.Unknown;
    }

    private Judgement JudgeInstanceCall(FunctionBody body, IInvocationOperation call, IOperation instance)
    {
        if (call.TargetMethod.Name == nameof(ToString))
        {
            var format = call.Arguments.Length > 0 ? call.Arguments[0].Value.ConstantValue.Value as string : null;
            return format is not null && DateFormats.IsMoment(instance.Type) && DateFormats.IsCoarse(format)
                ? Judgement.Bounded
                : JudgeText(body, instance);
        }

        var key = call.Arguments.Length > 0 ? call.Arguments[0].Value.ConstantValue.Value as string : null;
        var receiver = OrByType(Judge(body, instance), KnownSources.Containers, instance.Type, instance);
        return ReadFrom(receiver, call.TargetMethod.ReturnType, key);
    }

    private Judgement JudgeTransfer(FunctionBody body, IInvocationOperation call, Transfer transfer)
    {
        var result = Judgement.Bounded;
        if ((transfer & Transfer.Receiver) != 0 && call.Instance is { } instance)
        {
            result = result.Join(JudgeText(body, instance));
        }

        foreach (var argument in call.Arguments)
        {
            var ordinal = argument.Parameter?.Ordinal ?? 0;
            var isPassed = (transfer & Transfer.Arguments) != 0
                || ((transfer & Transfer.First) != 0 && ordinal == 0)
                || ((transfer & Transfer.Fallback) != 0 && ordinal >= 2);
            if (isPassed)
            {
                result = result.Join(JudgeText(body, argument.Value));
            }
        }

        return (transfer & Transfer.Composes) != 0 ? result.Composed() : result;
    }

    private Judgement JudgeCreation(FunctionBody body, IObjectCreationOperation creation) =>
        creation.Constructor is { } constructor && ValueTypes.IsFramework(constructor)
            ? JoinAll(body, creation.Arguments.Select(argument => argument.Value))
            : Judgement.Unknown;

    private Judgement JudgeOutArgument(FunctionBody body, IArgumentOperation argument, Projection? part)
    {
        if (part is not null || argument.Parent is not IInvocationOperation call || !ValueTypes.IsFramework(call.TargetMethod))
        {
            return Judgement.Unknown;
        }

        if (call.Instance is { } instance)
        {
            var key = call.Arguments[0].Value.ConstantValue.Value as string;
            var receiver = OrByType(Judge(body, instance), KnownSources.Containers, instance.Type, instance);
            return ReadFrom(receiver, argument.Parameter?.Type, key);
        }

        return call.TargetMethod.Name == "TryParse" ? JudgeText(body, call.Arguments[0].Value) : Judgement.Unknown;
    }

    /// <summary>Clamps and small random numbers.</summary>
    private static bool IsBoundedByArguments(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "Clamp" when MetadataNames.Is(method.ContainingType, "System.Math") && call.Arguments.Length == 3:
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
        return AsNumber(low) is { } from && AsNumber(high) is { } to && to - from is >= 0 and <= FewValues;
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

    /// <summary>The hash of one of few values is one of few values, and so is the text of a fixed exception.</summary>
    private bool IsOfBounded(FunctionBody body, IInvocationOperation call, OriginKind kind) =>
        (call.Instance is null ? kind == OriginKind.Hash && call.Arguments.Length > 0 : IsMadeOfItsParts(kind))
        && (call.Instance is null || Judge(body, call.Instance).IsBounded)
        && Arguments(body, call).IsBounded;

    /// <summary>Whether a source of the kind is unbounded only as far as what it is made of.</summary>
    private static bool IsMadeOfItsParts(OriginKind kind) => kind is OriginKind.Hash or OriginKind.FilePath or OriginKind.ExceptionText;

    private Judgement Arguments(FunctionBody body, IInvocationOperation call) =>
        JoinAll(body, call.Arguments.Select(argument => argument.Value));
}
