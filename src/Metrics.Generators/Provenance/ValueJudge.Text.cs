using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// Text put together, conversions and arithmetic.
internal sealed partial class ValueJudge
{
    private Judgement JudgeInterpolation(FunctionBody body, IInterpolatedStringOperation text)
    {
        var result = Judgement.Bounded;
        foreach (var part in text.Parts)
        {
            result = result.Join(part switch
            {
                IInterpolationOperation hole when IsCoarse(hole.Expression, hole.FormatString) => Judgement.Bounded,
                IInterpolationOperation hole => JudgeText(body, hole.Expression),
                _ => Judgement.Bounded,
            });
        }

        return result.Composed();
    }

    /// <summary>What a call adds to a text or collection: an interpolation can be such calls, too.</summary>
    private Judgement JudgeAddition(FunctionBody body, IInvocationOperation call) =>
        call.Arguments.Length > 1 && IsCoarse(call.Arguments[0].Value, call.Arguments[call.Arguments.Length - 1].Value)
            ? Judgement.Bounded
            : Arguments(body, call);

    private static bool IsCoarse(IOperation moment, IOperation? format) =>
        DateFormats.IsMoment(moment.Type)
        && format?.ConstantValue.Value is string text
        && DateFormats.IsCoarse(text.TrimStart(':'));

    // Where the static type is lost, what it says must be kept now.
    private Judgement JudgeConversion(FunctionBody body, IConversionOperation conversion, Projection? part) =>
        conversion.Type is { IsReferenceType: true }
            ? JudgeText(body, conversion.Operand, part)
            : Judge(body, conversion.Operand, part);

    private Judgement JudgeBinary(FunctionBody body, IBinaryOperation binary)
    {
        if (ValueTypes.IsText(binary.Type))
        {
            return JudgeText(body, binary.LeftOperand).Join(JudgeText(body, binary.RightOperand)).Composed();
        }

        // A remainder by a constant, or a mask, leaves few values.
        if (binary.OperatorKind is BinaryOperatorKind.Remainder or BinaryOperatorKind.And && binary.RightOperand.ConstantValue.HasValue)
        {
            return Judgement.Bounded;
        }

        return binary.OperatorMethod is { } @operator && !ValueTypes.IsFramework(@operator)
            ? Judgement.Unknown
            : Judge(body, binary.LeftOperand).Join(Judge(body, binary.RightOperand));
    }
}
