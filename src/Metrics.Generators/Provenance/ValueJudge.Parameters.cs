using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// Backwards through parameters: what callers in the compilation pass.
internal sealed partial class ValueJudge
{
    /// <summary>
    /// Replaces parameters by what their callers pass, and members of <c>this</c> by what is written to them anywhere.
    /// </summary>
    public Judgement Resolve(Judgement judgement) => judgement.Substitute(input =>
    {
        var passed = input.Parameter is { } parameter
            ? Passed(parameter, input.Part)
            : input.Part is { } part ? ReadPart(Judgement.Unknown, part, Location.None) : Judgement.Unknown;
        return passed;
    });

    private Judgement Passed(IParameterSymbol parameter, Projection? part) =>
        part is { Depth: > MaximumParts }
            ? Judgement.Unknown
            : Ask(new Question(QuestionKind.Passed, parameter, part), () => OrName(FindPassed(parameter, part), parameter, part));

    private Judgement FindPassed(IParameterSymbol parameter, Projection? part)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
        {
            return Judgement.Unknown;
        }

        switch (method.MethodKind)
        {
            case MethodKind.AnonymousFunction:
                return _program.BodyOf(method) is { Parent: { } creator, Lambda: { } lambda }
                    ? Resolve(PassedToDelegate(creator, lambda, parameter.Ordinal, part))
                    : Judgement.Unknown;
            case MethodKind.PropertySet when method.AssociatedSymbol is IPropertySymbol property && parameter.Ordinal == method.Parameters.Length - 1:
                return Resolve(Written(property, part)).Join(OutsideOf(method));
        }

        var callers = method.MethodKind == MethodKind.LocalFunction
            ? ImmutableArray.CreateRange(_program.BodyOf(method)?.Root.Calls.Of(SourceMethods.Canonical(method)) ?? [])
            : _program.CallersOf(method);
        if (callers.IsEmpty)
        {
            return part is null ? Judgement.Unknown : ReadPart(Judgement.Unknown, part, Descriptions.LocationOf(parameter));
        }

        var result = OutsideOf(method);
        foreach (var caller in callers)
        {
            _questions++;
            result = result.Join(Resolve(caller.IsMention
                ? PassedToDelegate(caller.Body, caller.Operation, parameter.Ordinal, part)
                : Argument(caller.Body, caller.Arguments, parameter, part)));
        }

        return result;
    }

    /// <summary>What callers outside of the compilation may pass.</summary>
    private Judgement OutsideOf(IMethodSymbol method) =>
        method.MethodKind != MethodKind.LocalFunction && _program.IsCalledFromOutside(method) ? Judgement.Unknown : Judgement.Bounded;

    private Judgement Argument(FunctionBody body, ImmutableArray<IArgumentOperation> arguments, IParameterSymbol parameter, Projection? part)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Ordinal == parameter.Ordinal)
            {
                var judgement = JudgeText(body, argument.Value, part);
                return argument.ArgumentKind == ArgumentKind.DefaultValue
                    ? judgement
                    : judgement.Through(new Step(Descriptions.OfPassing(parameter), argument.Syntax.GetLocation()));
            }
        }

        return Judgement.Unknown;
    }

    private Judgement JudgeParameter(IParameterSymbol parameter, Projection? part)
    {
        if (_program.Statements.Of(parameter) is { } isBounded)
        {
            return isBounded ? Judgement.Bounded : SourceOf(OriginKind.Declared, parameter, Descriptions.LocationOf(parameter));
        }

        if (ParameterSources.Of(parameter) is { } origin)
        {
            return part is null ? Judgement.Of(origin) : ReadPart(Judgement.Of(origin), part, origin.Location);
        }

        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "CallerMemberNameAttribute" or "CallerFilePathAttribute" or "CallerArgumentExpressionAttribute")
            {
                return Judgement.Bounded;
            }
        }

        return Judgement.Of(parameter, part);
    }

    /// <summary>A parameter of a primary constructor belongs to the object, except where the object is being made.</summary>
    private Judgement JudgeOuterParameter(FunctionBody body, IParameterSymbol parameter, Projection? part) =>
        body.Function is { IsStatic: false } && parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            ? Judgement.Of(constructor.ContainingType, Projection.Member(parameter, part))
            : JudgeParameter(parameter, part);

    /// <summary>Whether the project itself gives a member or parameter constants, so that it is called after what code names and not after what is counted.</summary>
    private bool IsWrittenDown(ISymbol subject) => subject switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction and not MethodKind.LocalFunction } method } parameter =>
            _program.CallersOf(method).Any(caller => caller.Arguments.Any(argument =>
                argument.Parameter?.Ordinal == parameter.Ordinal && argument.ArgumentKind != ArgumentKind.DefaultValue && IsText(argument.Value))),
        IFieldSymbol or IPropertySymbol when _program.IsSource(subject) => _program.WritesOf(subject).Any(static write => IsText(write.Definition.Source)),
        _ => false,
    };

    private static bool IsText(IOperation value) => value switch
    {
        IConversionOperation conversion => IsText(conversion.Operand),
        _ => value.ConstantValue is { HasValue: true, Value: string { Length: > 0 } },
    };

    /// <summary>Where nothing is known of a value, its name may tell.</summary>
    private Judgement OrName(Judgement judgement, ISymbol subject, Projection? part)
    {
        var last = subject;
        for (var inner = part; inner is not null; inner = inner.Inner)
        {
            last = inner.Symbol ?? last;
        }

        if (ValueTypes.IsBounded(TypeOf(last)) || ValueTypes.IsEnum(TypeOf(last)))
        {
            return judgement.WithoutUnknown();
        }

        return judgement.IsUnknown && !judgement.IsUnbounded && judgement.Names.IsEmpty && _program.Names.Telling(last) is not null && !IsWrittenDown(last)
            ? judgement.Join(Judgement.Named(new Origin(OriginKind.Name, Descriptions.OfNamed(last), Descriptions.LocationOf(last))))
            : judgement;
    }
}
