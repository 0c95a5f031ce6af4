using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Use;

/// <summary>
/// The constants that an expression can have as its value, through <c>?:</c>, <c>??</c>, the arms of a <c>switch</c>
/// expression, conversions that keep the value, and locals. What is no constant is left out.
/// </summary>
internal static class PassedConstants
{
    /// <summary>Locals within locals before the rest is left out.</summary>
    private const int MaximumDepth = 20;

    public static IReadOnlyList<PassedConstant> Of(IOperation value)
    {
        if (value.ConstantValue.HasValue)
        {
            return [new(value.ConstantValue.Value, value.Syntax.GetLocation(), value.Syntax.GetLocation())];
        }

        var found = new List<PassedConstant>();
        Add(value, null, found, 0);
        return found;
    }

    private static void Add(IOperation value, Location? at, List<PassedConstant> found, int depth)
    {
        if (depth > MaximumDepth)
        {
            return;
        }

        if (value.ConstantValue.HasValue)
        {
            var source = value.Syntax.GetLocation();
            found.Add(new(value.ConstantValue.Value, at ?? source, source));
            return;
        }

        if (value is ILocalReferenceOperation local)
        {
            foreach (var definition in LocalDefinitions.Reaching(local))
            {
                Add(definition, at ?? local.Syntax.GetLocation(), found, depth + 1);
            }

            return;
        }

        foreach (var part in Alternatives(value))
        {
            Add(part, at, found, depth + 1);
        }
    }

    private static IEnumerable<IOperation> Alternatives(IOperation value)
    {
        switch (value)
        {
            case IConversionOperation conversion when KeepsValue(conversion):
                yield return conversion.Operand;
                break;
            case IParenthesizedOperation parenthesized:
                yield return parenthesized.Operand;
                break;
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                yield return conditional.WhenTrue;
                yield return whenFalse;
                break;
            case ICoalesceOperation coalesce:
                yield return coalesce.Value;
                yield return coalesce.WhenNull;
                break;
            case ISwitchExpressionOperation @switch:
                foreach (var arm in @switch.Arms)
                {
                    yield return arm.Value;
                }

                break;
        }
    }

    private static bool KeepsValue(IConversionOperation conversion) =>
        conversion.IsImplicit || IsToEnum(conversion) || SymbolEqualityComparer.Default.Equals(conversion.Type, conversion.Operand.Type);

    private static bool IsToEnum(IConversionOperation conversion) =>
        conversion.Type is INamedTypeSymbol { EnumUnderlyingType: { } underlying }
        && SymbolEqualityComparer.Default.Equals(underlying, conversion.Operand.Type);
}
