using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Use;

/// <summary>A number whose unit is certain, and the member that says so.</summary>
/// <param name="Measure">The unit.</param>
/// <param name="Source">Where the number comes from.</param>
internal sealed record MeasuredValue(Measure Measure, IOperation Source)
{
    private const int MaximumDepth = 50;

    /// <summary>The unit of an expression; <see langword="null"/> where it cannot be told.</summary>
    public static MeasuredValue? Of(IOperation value) => Of(value, 0);

    private static MeasuredValue? Of(IOperation value, int depth)
    {
        if (depth > MaximumDepth)
        {
            return null;
        }

        switch (value)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                return Of(conversion.Operand, depth + 1);
            case IParenthesizedOperation parenthesized:
                return Of(parenthesized.Operand, depth + 1);
            case IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Plus } unary:
                return Of(unary.Operand, depth + 1);
            case IConditionalAccessOperation access:
                return Of(access.WhenNotNull, depth + 1);
            case IBinaryOperation { OperatorMethod: null } binary:
                return OfBinary(binary, depth);
            case IPropertyReferenceOperation property:
                return MeasuredSources.Of(property.Property) is { } measure ? new(measure, value)
                    : property is { Property.Name: "Value", Instance: { } nullable } && IsNullable(nullable) ? Of(nullable, depth + 1)
                    : null;
            case IInvocationOperation call:
                return OfCall(call, depth);
            case ILocalReferenceOperation local:
                return OfLocal(local, depth);
            default:
                return null;
        }
    }

    private static MeasuredValue? OfBinary(IBinaryOperation binary, int depth)
    {
        var left = Of(binary.LeftOperand, depth + 1);
        var right = Of(binary.RightOperand, depth + 1);
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.Add or BinaryOperatorKind.Subtract:
                return left is null ? right : right is null || left.Measure.IsSameAs(right.Measure) ? left : null;
            case BinaryOperatorKind.Multiply when Constant(binary.RightOperand) is { } factor:
                return Converted(left, factor);
            case BinaryOperatorKind.Multiply when Constant(binary.LeftOperand) is { } factor:
                return Converted(right, factor);
            case BinaryOperatorKind.Divide when Constant(binary.RightOperand) is { } divisor:
                return Converted(left, 1 / divisor);
            default:
                return null;
        }
    }

    private static MeasuredValue? OfCall(IInvocationOperation call, int depth)
    {
        if (MeasuredSources.Of(call.TargetMethod) is { } measure)
        {
            return new(measure, call);
        }

        var type = call.TargetMethod.ContainingType;
        if (type is not { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
        {
            return null;
        }

        var isSameUnit = type.Name is "Math" or "MathF"
            ? call.TargetMethod.Name is "Abs" or "Max" or "Min" or "Round" or "Floor" or "Ceiling" or "Truncate" or "Clamp"
            : type.Name == "Convert" && call.TargetMethod.Name is "ToDouble" or "ToSingle" or "ToInt64" or "ToInt32" or "ToUInt64" or "ToDecimal";
        return isSameUnit ? call.Arguments.Select(argument => Of(argument.Value, depth + 1)).FirstOrDefault(static found => found is not null)
            : call is { TargetMethod.Name: "GetValueOrDefault", Instance: { } nullable } && IsNullable(nullable) ? Of(nullable, depth + 1)
            : null;
    }

    /// <summary>What all values of a local agree on; a constant, such as 0 in the beginning, agrees with each.</summary>
    private static MeasuredValue? OfLocal(ILocalReferenceOperation local, int depth)
    {
        MeasuredValue? common = null;
        foreach (var definition in LocalDefinitions.All(local.Local, LocalDefinitions.RootOf(local)))
        {
            if (definition.ConstantValue.HasValue)
            {
                continue;
            }

            if (Of(definition, depth + 10) is not { } measured || (common is not null && !common.Measure.IsSameAs(measured.Measure)))
            {
                return null;
            }

            common ??= measured;
        }

        return common;
    }

    private static MeasuredValue? Converted(MeasuredValue? value, double factor) =>
        value?.Measure.MultipliedBy(factor) is { } measure ? value with { Measure = measure } : null;

    private static double? Constant(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: IConvertible and not string and not bool and not char and not DateTime } constant
        ? Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture)
        : null;

    private static bool IsNullable(IOperation operation) => operation.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
