using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Declarations;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Turns an enum of any shape and underlying type into a closed label.</summary>
internal static class EnumLabelParser
{
    /// <summary>The label's argument, or <see langword="null"/> where the enum makes none (reported).</summary>
    public static LabelArgument? Parse(
        INamedTypeSymbol type, LabelSource source, bool isNullable, ParsingContext context)
    {
        var label = source.Find(KnownNames.Label);
        var asNumber = label?.NamedFlag("AsNumber") ?? false;
        var labelCase = label?.Named("Case")?.Value is int chosen ? chosen : 0;

        var texts = new List<string>();
        var constants = new List<string>();
        var numbers = new List<object>();
        var owners = new Dictionary<string, IFieldSymbol>(StringComparer.Ordinal);
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (!field.HasConstantValue || field.ConstantValue is not { } number || numbers.Contains(number))
            {
                continue;
            }

            var text = TextOf(field, number, asNumber, labelCase);
            if (Problem(field, text, owners) is { } problem)
            {
                context.Report(
                    DeclarationDescriptors.InvalidEnum,
                    Spots.OfType(source.Symbols[0], context.Cancellation),
                    CSharpText.ForMessage(type),
                    source.Name,
                    problem);
                return null;
            }

            owners.Add(text, field);
            texts.Add(text);
            numbers.Add(number);
            constants.Add(ConstantOf(type, field, number));
        }

        if (texts.Count == 0)
        {
            context.Report(
                DeclarationDescriptors.InvalidEnum,
                Spots.OfType(source.Symbols[0], context.Cancellation),
                CSharpText.ForMessage(type),
                source.Name,
                "it has no members; declare the values that the label takes");
            return null;
        }

        return new(source.Expression, ClosedLabel.Of(source.Name, LabelKind.Enum, texts, isNullable))
        {
            Constants = new(constants),
            IsContiguous = IsContiguous(numbers),
            IsExhaustive = numbers.Count == 256 && type.EnumUnderlyingType is { SpecialType: SpecialType.System_Byte or SpecialType.System_SByte },
            IsWide = type.EnumUnderlyingType?.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64,
        };
    }

    private static string TextOf(IFieldSymbol field, object number, bool asNumber, int labelCase) =>
        field.FindAttribute(KnownNames.LabelValue) is { } own ? own.Positional<string>(0) ?? ""
        : asNumber ? Invariant(number)
        : LabelText.Convert(field.Name, labelCase);

    private static string? Problem(IFieldSymbol field, string text, Dictionary<string, IFieldSymbol> owners)
    {
        if (text.Length == 0)
        {
            return $"the text of '{field.Name}' is empty, which to Prometheus is no label at all; state one with [LabelValue(\"…\")]";
        }

        return owners.TryGetValue(text, out var owner)
            ? $"'{owner.Name}' and '{field.Name}' are different numbers with the same text '{text}'; tell them apart with [LabelValue(\"…\")]"
            : null;
    }

    private static string ConstantOf(INamedTypeSymbol type, IFieldSymbol field, object number) =>
        CompilerWarnings.Of(field).Any()
            ? $"({CSharpText.OfType(type)})({Invariant(number)})"
            : $"{CSharpText.OfType(type)}.{CSharpText.Identifier(field.Name)}";

    private static bool IsContiguous(List<object> numbers)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            if (Invariant(numbers[i]) != i.ToString(CultureInfo.InvariantCulture))
            {
                return false;
            }
        }

        return true;
    }

    private static string Invariant(object number) => Convert.ToString(number, CultureInfo.InvariantCulture)!;
}
