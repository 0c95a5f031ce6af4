using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// The framework's methods: sources, what hands a value on, and what the signature says.
internal sealed partial class ValueJudge
{
    private Judgement JudgeForeignCall(FunctionBody body, IInvocationOperation call, Projection? part)
    {
        var method = call.TargetMethod;
        if (KnownBounded.Members.TryGet(method, out _) || FewValues.Bounds(call))
        {
            return Judgement.Bounded;
        }

        var at = call.Syntax.GetLocation();
        if (KnownSources.Members.TryGet(method, out var kind))
        {
            var source = IsOfBounded(body, call, kind) ? Judgement.Bounded : SourceOf(kind, method, at);
            return part is null ? source : ReadPart(source, part, at);
        }

        if (method.Name == "GetExtension" && MetadataNames.Is(method.ContainingType, "System.IO.Path"))
        {
            return OfStrangers(Arguments(body, call));
        }

        if (KnownTransfers.Members.TryGet(method, out var transfer))
        {
            var isText = (transfer & Transfer.Composes) != 0;
            var handedOn = JudgeTransfer(body, call, transfer, isText ? null : part);
            return isText && part is not null ? ReadPart(handedOn, part, at) : handedOn;
        }

        if (!ValueTypes.IsFramework(method))
        {
            return method.IsGenericMethod && JudgeByTypes(body, method.OriginalDefinition.ReturnType, method, null, call.Arguments, part) is { } handed
                ? handed
                : Judgement.Unknown;
        }

        if (method is { Name: "EnsureInitialized", ContainingType.Name: "LazyInitializer" })
        {
            return Judge(body, call.Arguments[0].Value, part);
        }

        if (method.Name == "Intersect" && call.Arguments.Length > 1)
        {
            return Fewer(JudgeText(body, call.Arguments[0].Value, part), JudgeText(body, call.Arguments[1].Value, part));
        }

        if (JudgeByTypes(body, method.OriginalDefinition.ReturnType, method, call.Instance, call.Arguments, part) is { } typed)
        {
            return Picked(body, call, typed, part);
        }

        // An array's enumerator knows nothing of its elements' type.
        if (part is not null && method is { Name: "GetEnumerator", Parameters.IsEmpty: true } && call.Instance is { } sequence)
        {
            return Judge(body, sequence, part);
        }

        var whole = call.Instance is { } instance ? JudgeInstanceCall(body, call, instance)

            // Guid.Parse("…"), TimeSpan.FromSeconds(5): what constants are turned into is constant.
            : KnownSources.Types.TryGet(method.ContainingType, out _) && call.Arguments.Length > 0 && Arguments(body, call).IsBounded ? Judgement.Bounded
            : Judgement.Unknown;
        return part is null ? whole
            : ReadPart(part.Symbol is IParameterSymbol ? OrByType(whole, KnownSources.Types, call.Type, call) : whole, part, at);
    }

    /// <summary>What is in both of two collections is bounded by either.</summary>
    private static Judgement Fewer(Judgement left, Judgement right) =>
        left.IsBounded || (right.IsUnbounded && !left.IsUnbounded) ? left : right.IsBounded || !right.IsUnbounded ? right : left;

    /// <summary>The endings of a system's files are few; those that a stranger sends are not.</summary>
    private static Judgement OfStrangers(Judgement name) =>
        name.Origins.Any(static origin => origin.Kind.IsChosenByRequest()) || name.IsBounded || !name.Inputs.IsEmpty ? name : Judgement.Unknown;

    private Judgement JudgeInstanceCall(FunctionBody body, IInvocationOperation call, IOperation instance)
    {
        if (call.TargetMethod.Name == nameof(ToString))
        {
            var format = call.Arguments.Length > 0 ? call.Arguments[0].Value.ConstantValue.Value as string : null;
            return format is not null && DateFormats.IsMoment(instance.Type) && DateFormats.IsCoarse(format)
                ? Judgement.Bounded
                : JudgeText(body, instance);
        }

        // ToShortDateString, ToByteArray and the like: the value in another form.
        if (call.Type is { SpecialType: SpecialType.System_String } or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
            && KnownSources.Types.TryGet(ValueTypes.Unwrap(instance.Type), out _))
        {
            return JudgeText(body, instance);
        }

        var key = call.Arguments.Length > 0 ? call.Arguments[0].Value.ConstantValue.Value as string : null;
        var receiver = OrByType(Judge(body, instance), KnownSources.Containers, instance.Type, instance);
        return ValueTypes.IsText(instance.Type) && ValueTypes.Carries(call.Type) ? receiver : ReadFrom(receiver, call.TargetMethod.ReturnType, key);
    }

    private Judgement JudgeTransfer(FunctionBody body, IInvocationOperation call, Transfer transfer, Projection? part)
    {
        var result = Judgement.Bounded;
        if ((transfer & Transfer.Receiver) != 0 && call.Instance is { } instance)
        {
            result = result.Join(JudgeText(body, instance, part));
        }

        foreach (var argument in call.Arguments)
        {
            var ordinal = argument.Parameter?.Ordinal ?? 0;
            var isPassed = (transfer & Transfer.Arguments) != 0
                || ((transfer & Transfer.First) != 0 && ordinal == 0)
                || ((transfer & Transfer.Fallback) != 0 && ordinal >= 2);
            if (isPassed && !IsSetting(argument.Value.Type))
            {
                result = result.Join(JudgeText(body, argument.Value, part));
            }
        }

        return (transfer & Transfer.Composes) != 0 ? result.Composed() : result;
    }

    /// <summary>Cultures, comparers and the like are no part of the text.</summary>
    private static bool IsSetting(ITypeSymbol? type) =>
        type?.Name is "IFormatProvider" or "CultureInfo" or "StringComparer" or "TimeSpan" or "CompositeFormat" || type?.TypeKind == TypeKind.Enum;

    /// <summary>
    /// What is handed on by type: a result of a type parameter's type is made of what the call gets as that type.
    /// <see langword="null"/> where the signature says nothing.
    /// </summary>
    private Judgement? JudgeByTypes(
        FunctionBody body, ITypeSymbol type, ISymbol member, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Projection? part,
        IOperation? except = null)
    {
        var isKnown = false;
        var result = Judgement.Bounded;
        foreach (var (parameter, rest) in TypeFlow.Matching(type, part))
        {
            if (instance is not null && member is not IMethodSymbol { MethodKind: MethodKind.Constructor })
            {
                foreach (var slot in TypeFlow.SlotsOf(member.OriginalDefinition.ContainingType))
                {
                    if (IsSame(slot.Parameter, parameter))
                    {
                        isKnown = true;
                        result = result.Join(Judge(body, instance, slot.Wrap(rest)));
                    }
                }
            }

            foreach (var argument in arguments)
            {
                if (argument.Parameter is not { } passed || argument.Value == except || passed.RefKind == RefKind.Out)
                {
                    continue;
                }

                foreach (var slot in TypeFlow.SlotsOf(passed.OriginalDefinition.Type))
                {
                    if (IsSame(slot.Parameter, parameter) && !IsSetting(passed.Type))
                    {
                        isKnown = true;
                        result = result.Join(JudgeText(body, argument.Value, slot.Wrap(rest)));
                    }
                }
            }
        }

        return isKnown ? result : null;
    }

    /// <summary>What a call adds to a text or collection: an interpolation can be such calls, too.</summary>
    private Judgement JudgeAddition(FunctionBody body, IInvocationOperation call, Projection? part)
    {
        if (call.Arguments.Length > 1 && IsCoarse(call.Arguments[0].Value, call.Arguments[call.Arguments.Length - 1].Value))
        {
            return Judgement.Bounded;
        }

        var container = call.Instance?.Type?.OriginalDefinition as INamedTypeSymbol;
        if (part is { Kind: ProjectionKind.Value, Label: { } asked } && call.Instance is not null && call.Arguments.Length == 2
            && call.TargetMethod.Name is "Add" or "TryAdd" && TypeFlow.IsKeyed(container) && Keys.AreDifferent(asked, call.Arguments[0].Value))
        {
            return Judgement.Bounded;
        }

        var added = ImmutableArray.CreateRange(call.Arguments.Skip(Additions.FirstArgument(call)));
        if (call.Instance is not null && call.TargetMethod.OriginalDefinition.ContainingType.IsGenericType
            && JudgeByTypes(body, call.TargetMethod.OriginalDefinition.ContainingType, call.TargetMethod, null, added, part) is { } typed)
        {
            return typed;
        }

        // Without types: a pair by two arguments, or elements as they are.
        if (added.Length == 2 && TypeFlow.IsKeyed(container))
        {
            return part?.Kind == ProjectionKind.Key ? JudgeText(body, added[0].Value, part.Inner)
                : JudgeText(body, added[1].Value, part?.Kind == ProjectionKind.Value ? part.Inner : part);
        }

        var all = JoinAll(body, added.Select(static argument => argument.Value), part);
        return KnownTransfers.Mutators.TryGet(call.TargetMethod, out _) && IsTextBuilder(call.TargetMethod) ? all.Composed() : all;
    }

    /// <summary>What a call leaves in a buffer that it is given: what it has, and the other arguments.</summary>
    private Judgement JudgeBuffer(FunctionBody body, IInvocationOperation call, IOperation buffer)
    {
        if (KnownSources.Members.TryGet(call.TargetMethod, out var kind))
        {
            return SourceOf(kind, call.TargetMethod, call.Syntax.GetLocation());
        }

        var result = call.Instance is { } instance && instance.Type?.Name is not "Span" ? JudgeText(body, instance)
            : call.Instance is { } span ? Judge(body, span)
            : Judgement.Bounded;
        foreach (var argument in call.Arguments)
        {
            if (argument.Value != buffer && argument.Parameter is { RefKind: not RefKind.Out } parameter && ValueTypes.Carries(parameter.Type))
            {
                result = result.Join(JudgeText(body, argument.Value));
            }
        }

        return result;
    }

    private static bool IsTextBuilder(IMethodSymbol method) => method.ContainingType.Name is "StringBuilder" or "StringWriter" or "TextWriter";

    /// <summary>The hash of one of few values is one of few values, and so is the text of a fixed exception.</summary>
    private bool IsOfBounded(FunctionBody body, IInvocationOperation call, OriginKind kind) =>
        (call.Instance is null ? kind == OriginKind.Hash && call.Arguments.Length > 0 : IsMadeOfItsParts(kind))
        && (call.Instance is null || Judge(body, call.Instance).IsBounded)
        && Arguments(body, call) is var given && (given.IsBounded || (!given.Inputs.IsEmpty && Resolve(given).IsBounded));

    /// <summary>Whether a source of the kind is unbounded only as far as what it is made of.</summary>
    private static bool IsMadeOfItsParts(OriginKind kind) => kind is OriginKind.Hash or OriginKind.FilePath or OriginKind.ExceptionText;

    private Judgement Arguments(FunctionBody body, IInvocationOperation call) =>
        JoinAll(body, call.Arguments.Select(argument => argument.Value));
}
