using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// What comparisons prove of a whole number. One comparison bounds one side; two of them, wherever they stand on the way
/// to a use, leave finitely many numbers.
/// </summary>
/// <param name="body">The body that the condition stands in.</param>
/// <param name="paths">The paths that hold the number.</param>
/// <param name="judge">Judges the number that it is compared with.</param>
internal readonly struct Ranges(FunctionBody body, ImmutableArray<AccessPath> paths, Func<FunctionBody, IOperation, Projection?, Judgement> judge)
{
    /// <summary>The judgement of a number that lies between two sides; <see langword="null"/> where one of them is open.</summary>
    public static Judgement? Between(Sides sides) =>
        (sides & Sides.Both) != Sides.Both ? null
        : (sides & Sides.Vague) != 0 ? Judgement.Unknown
        : Judgement.Bounded;

    /// <summary>The sides that are bounded where the condition has the outcome.</summary>
    public Sides Of(IOperation condition, bool outcome) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Of(not.Operand, !outcome),
        IConversionOperation conversion => Of(conversion.Operand, outcome),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } both =>
            (both.OperatorKind == BinaryOperatorKind.And) == outcome ? Of(both.LeftOperand, outcome) | Of(both.RightOperand, outcome) : Sides.None,
        IBinaryOperation compared => Compared(compared, outcome),
        IIsPatternOperation test => OfPattern(test.Pattern, outcome) is var sides and not Sides.None && IsNumber(test.Value) ? Of(sides, test.Value) : Sides.None,
        ILocalReferenceOperation local when AccessPath.OnlySource(body, new Variable(local.Local)) is { } source => Of(source, outcome),
        IFlowCaptureReferenceOperation capture when AccessPath.OnlySource(body, new Variable(capture.Id)) is { } source => Of(source, outcome),
        _ => Sides.None,
    };

    /// <summary>The sides that are bounded where a method of the framework has not thrown.</summary>
    public Sides OfReturned(IInvocationOperation call)
    {
        var side = call.TargetMethod.Name switch
        {
            "ThrowIfNegative" or "ThrowIfNegativeOrZero" or "ThrowIfLessThan" or "ThrowIfLessThanOrEqual" => Sides.Lower,
            "ThrowIfGreaterThan" or "ThrowIfGreaterThanOrEqual" => Sides.Upper,
            _ => Sides.None,
        };
        return side == Sides.None || !ValueTypes.IsFramework(call.TargetMethod) || !IsNumber(call.Arguments[0].Value) ? Sides.None
            : Of(call.TargetMethod.Name.Contains("Than") ? Limited(call.Arguments[1].Value, side) : side, call.Arguments[0].Value);
    }

    private Sides Compared(IBinaryOperation compared, bool outcome)
    {
        if (SideOf(compared.OperatorKind, outcome) is not (var side and not Sides.None))
        {
            return Sides.None;
        }

        if (IsNumber(compared.LeftOperand))
        {
            return Of(Limited(compared.RightOperand, side), compared.LeftOperand);
        }

        return IsNumber(compared.RightOperand)
            ? Of(Limited(compared.LeftOperand, side == Sides.Upper ? Sides.Lower : Sides.Upper), compared.RightOperand)
            : Sides.None;
    }

    private Sides Limited(IOperation limit, Sides side)
    {
        if (IsConstant(limit))
        {
            return side;
        }

        var judgement = judge(body, limit, null);
        return judgement.IsUnbounded ? Sides.None : judgement.IsBounded ? side : side | Sides.Vague;
    }

    /// <summary>A number without sign has a lower side anyway.</summary>
    private static Sides Of(Sides sides, IOperation number) =>
        sides != Sides.None && ValueTypes.Unwrap(number.Type)?.SpecialType is SpecialType.System_Char or SpecialType.System_Byte or SpecialType.System_UInt16
            or SpecialType.System_UInt32 or SpecialType.System_UInt64
            ? sides | Sides.Lower
            : sides;

    private static Sides OfPattern(IPatternOperation pattern, bool matches) => pattern switch
    {
        INegatedPatternOperation negated => OfPattern(negated.Pattern, !matches),
        IBinaryPatternOperation both when (both.OperatorKind == BinaryOperatorKind.And) == matches =>
            OfPattern(both.LeftPattern, matches) | OfPattern(both.RightPattern, matches),
        IRelationalPatternOperation relation => SideOf(relation.OperatorKind, matches),
        _ => Sides.None,
    };

    private static Sides SideOf(BinaryOperatorKind comparison, bool outcome) => comparison switch
    {
        BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual => outcome ? Sides.Upper : Sides.Lower,
        BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => outcome ? Sides.Lower : Sides.Upper,
        _ => Sides.None,
    };

    /// <summary>Whether an operand is the number of the paths, and not a smaller or a rounded form of it.</summary>
    private bool IsNumber(IOperation operand)
    {
        var size = SizeOf(operand.Type);
        if (size == 0)
        {
            return false;
        }

        var number = operand;
        for (; number is IConversionOperation conversion; number = conversion.Operand)
        {
            if (SizeOf(conversion.Operand.Type) is var inner && (inner == 0 || inner > SizeOf(conversion.Type)))
            {
                return false;
            }
        }

        return !IsConstant(number) && AccessPath.IsAbout(body, number, paths);
    }

    private static bool IsConstant(IOperation operand) =>
        operand.ConstantValue.HasValue || (operand is IConversionOperation conversion && IsConstant(conversion.Operand));

    private static int SizeOf(ITypeSymbol? type)
    {
        var whole = ValueTypes.Unwrap(type);
        return ((whole as INamedTypeSymbol)?.EnumUnderlyingType ?? whole)?.SpecialType switch
        {
            SpecialType.System_SByte or SpecialType.System_Byte => 1,
            SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char => 2,
            SpecialType.System_Int32 or SpecialType.System_UInt32 => 4,
            SpecialType.System_Int64 or SpecialType.System_UInt64 => 8,
            _ => 0,
        };
    }
}
