using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Parsing;

/// <summary>What an enum gives a label: one value for each number, in the order of the declaration.</summary>
internal sealed class EnumValues
{
    private readonly List<string> _texts = [];
    private readonly List<string> _constants = [];
    private readonly List<long> _longs = [];
    private readonly HashSet<object> _numbers = [];
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    private EnumValues(INamedTypeSymbol type)
    {
        IsByte = type.EnumUnderlyingType is { SpecialType: SpecialType.System_Byte or SpecialType.System_SByte };
        IsWide = type.EnumUnderlyingType is { SpecialType: SpecialType.System_Int64 or SpecialType.System_UInt64 };
    }

    /// <summary>The texts, each once.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The C# of a constant of each number.</summary>
    public IReadOnlyList<string> Constants => _constants;

    /// <summary>The numbers; one beyond a long wraps around.</summary>
    public IReadOnlyList<long> Numbers => _longs;

    /// <summary>Whether the numbers are 0, 1, 2 ….</summary>
    public bool IsContiguous { get; private set; } = true;

    /// <summary>Whether the members are all that the underlying type holds.</summary>
    public bool IsExhaustive => IsByte && _texts.Count == 256;

    /// <summary>Whether the number takes 64 bits.</summary>
    public bool IsWide { get; }

    /// <summary>Why the enum makes no label, or <see langword="null"/>.</summary>
    public string? Problem { get; private set; }

    private bool IsByte { get; }

    /// <param name="type">The enum.</param>
    /// <param name="labelCase">How the names are written, a <c>LabelCase</c>.</param>
    /// <param name="asNumber">Whether numbers are written instead.</param>
    public static EnumValues Read(INamedTypeSymbol type, int labelCase, bool asNumber)
    {
        var values = new EnumValues(type);
        var name = CSharpText.OfType(type);
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field is not { HasConstantValue: true, ConstantValue: { } number } || !values._numbers.Add(number))
            {
                continue;
            }

            values._longs.Add(number is ulong large ? unchecked((long)large) : Convert.ToInt64(number, CultureInfo.InvariantCulture));
            values.Add(field, name, Invariant(number), labelCase, asNumber);
            if (values.Problem is not null)
            {
                return values;
            }
        }

        values.Problem = values._texts.Count == 0 ? "it has no members; declare the values that the label takes" : null;
        return values;
    }

    private void Add(IFieldSymbol field, string type, string number, int labelCase, bool asNumber)
    {
        var text = field.FindAttribute(KnownNames.LabelValue) is { } own ? own.Positional<string>(0) ?? ""
            : asNumber ? number
            : LabelText.Convert(field.Name, labelCase);
        Problem = text.Length == 0
            ? $"the text of '{field.Name}' is empty, which to Prometheus is no label at all; state one with [LabelValue(\"…\")]"
            : _owners.TryGetValue(text, out var owner)
                ? $"'{owner}' and '{field.Name}' are different numbers with the same text '{text}'; tell them apart with [LabelValue(\"…\")]"
                : null;
        if (Problem is not null)
        {
            return;
        }

        IsContiguous &= number == _texts.Count.ToString(CultureInfo.InvariantCulture);
        _owners.Add(text, field.Name);
        _texts.Add(text);
        _constants.Add(CompilerWarnings.Of(field).Any() ? $"({type})({number})" : $"{type}.{CSharpText.Identifier(field.Name)}");
    }

    private static string Invariant(object number) => Convert.ToString(number, CultureInfo.InvariantCulture)!;
}
