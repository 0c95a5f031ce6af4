using System;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Declarations;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Turns an integer with a range into a closed label.</summary>
internal static class RangeLabelParser
{
    public static (LabelArgument? Argument, LabelFault Fault) Parse(
        LabelSource source, ITypeSymbol type, BoundAttributes bounds, (long Minimum, long Maximum) held, ParsingContext context)
    {
        bounds.ReportMisfits(source.Name, source.Type, context, bounds.InRange);
        if (bounds.InRange is not { } inRange)
        {
            return (null, bounds is { OneOf: null, MaxValues: null } ? LabelFault.Unbounded : LabelFault.Reported);
        }

        if (inRange.PositionalValue<long>(0) is not { } minimum || inRange.PositionalValue<long>(1) is not { } maximum)
        {
            return (null, LabelFault.Reported);
        }

        if (minimum > maximum)
        {
            Report(inRange.Spot(context.Cancellation), FormattableString.Invariant($"its minimum {minimum} is above its maximum {maximum}; swap them"));
        }
        else if (minimum < held.Minimum || maximum > held.Maximum)
        {
            var ordinal = minimum < held.Minimum ? 0 : 1;
            Report(
                inRange.SpotOfPositional(ordinal, context.Cancellation),
                FormattableString.Invariant(
                    $"a '{CSharpText.ForMessage(type)}' is never {(ordinal == 0 ? minimum : maximum)}; it holds {held.Minimum} to {held.Maximum}"));
        }
        else
        {
            var isNullable = !SymbolEqualityComparer.Default.Equals(type, source.Type);
            var argument = new LabelArgument(source.Expression, Label(source.Name, minimum, maximum, isNullable))
            {
                IsNative = type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr,
                IsUnsigned = held.Minimum == 0,
            };
            return (argument, LabelFault.None);
        }

        return (null, LabelFault.Reported);

        void Report(Location? location, string reason) =>
            context.Report(DeclarationDescriptors.UnfitBound, location, "InRange", source.Name, reason);
    }

    private static LabelModel Label(string name, long minimum, long maximum, bool isNullable)
    {
        // As unsigned numbers the distance of any two longs fits; from 2^63 on it is too much in any case.
        var distance = unchecked((ulong)maximum - (ulong)minimum);
        var count = distance >= int.MaxValue ? int.MaxValue : (long)distance + 1;
        return new(name, LabelKind.Range, LabelSize.Saturated(count + 1 + (isNullable ? 1 : 0)), isNullable)
        {
            Minimum = minimum,
            Maximum = maximum,
            Other = LabelSize.Saturated(count),
        };
    }
}
