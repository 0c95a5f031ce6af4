using System.Collections.Generic;
using System.Linq;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Emission;

/// <summary>Writes the expression that turns a label's value into its index. Each value is read once: another thread may change it.</summary>
internal sealed class IndexWriter(string family, LocalNames locals)
{
    private const int ArmsOnOneLine = 3;

    /// <summary>The lines of the expression, of which the first stands behind what is written already.</summary>
    public IReadOnlyList<string> Lines(LabelArgument argument, int ordinal)
    {
        var lines = ValueLines(argument, ordinal);
        return argument.NullableSet is { } set
            ? Prefixed($"{set} is null ? {WithoutSet(argument.Label, $"{family}.Overflow({Literal.Number(ordinal)})")} : ", lines)
            : lines;
    }

    /// <summary>Whether a value is known by a comparison, and is then its index but for a difference.</summary>
    public static bool IsComparison(LabelArgument argument) => argument.Label.OpenType is not null
        ? argument.Label.ExpireAfter is null
        : !argument.Label.IsNullable
            && (argument.Label.Kind is LabelKind.Bool or LabelKind.Range || (argument.Label.Kind is LabelKind.Enum && argument.IsContiguous));

    /// <summary>The comparison, where there are values that it does not know, and the index of a value that it knows.</summary>
    public (string? Condition, string? Index) Comparison(LabelArgument argument)
    {
        switch (argument.Label.Kind)
        {
            case LabelKind.Bool:
                return (null, Bool(argument)[0]);
            case LabelKind.Enum:
                var (read, value) = Once(argument);
                return (read + IsDeclared(argument, value), $"(int){value}");
            case LabelKind.Range:
                (read, value) = argument.IsNative ? Named(Native(argument), argument, "var") : Once(argument);
                return (read + IsInRange(argument, value), Offset(argument, value));
            default:
                var index = locals.New(argument.Label.Name);
                return ($"{RuntimeNames.IndexOf}({argument.Expression}) is var {index} && {index} >= 0", index);
        }
    }

    // A bool has no overflow value: it is false, or empty where it may be.
    private static string WithoutSet(LabelModel label, string overflow) =>
        label.Other >= 0 ? overflow : Literal.Number(label.IsNullable ? label.EmptyIndex : 0);

    private IReadOnlyList<string> ValueLines(LabelArgument argument, int ordinal) => argument.Label.Kind switch
    {
        LabelKind.Bool => Bool(argument),
        LabelKind.Enum when argument is { IsContiguous: true, Label.IsNullable: false } => [Contiguous(argument, ordinal)],
        LabelKind.Enum => Switch(argument, EnumArms(argument), argument.IsExhaustive ? null : ordinal),
        LabelKind.OneOf => Switch(argument, TextArms(argument), ordinal),
        LabelKind.Range => [Range(argument, ordinal)],
        LabelKind.Open when argument.Label.OpenType is not null =>
            [$"{family}.{(argument.Label.ExpireAfter is null ? "IndexOf" : "Seen")}({Literal.Number(ordinal)}, {argument.Expression})"],
        _ => [$"{family}.Intern({Literal.Number(ordinal)}, {argument.Expression})"],
    };

    private string Overflow(int ordinal, string value) => $"{family}.Overflow({Literal.Number(ordinal)}, {value})";

    private static IReadOnlyList<string> Bool(LabelArgument argument) => argument.Label.IsNullable
        ? [$"{argument.Expression} switch {{ false => 0, true => 1, null => 2 }}"]
        : [$"{argument.Expression} ? 1 : 0"];

    private string Contiguous(LabelArgument argument, int ordinal)
    {
        var (read, value) = Once(argument);
        return $"{read}{IsDeclared(argument, value)} ? (int){value} : {Overflow(ordinal, value)}";
    }

    private static string IsDeclared(LabelArgument argument, string value) =>
        $"unchecked(({(argument.IsWide ? "ulong" : "uint")}){value}) < {Literal.Number(argument.Constants.Count)}";

    private string Range(LabelArgument argument, int ordinal)
    {
        var label = argument.Label;
        var expression = argument.IsNative ? Native(argument) : argument.Expression;
        var (read, value) = label.IsNullable || argument.IsNative ? Named(expression, argument, label.IsNullable ? "{ }" : "var") : Once(argument);
        var inRange = $"{IsInRange(argument, value)} ? {Offset(argument, value)} : {Overflow(ordinal, value)}";
        return label.IsNullable
            ? $"{read.Substring(0, read.Length - " && ".Length)} ? ({inRange}) : {Literal.Number(label.EmptyIndex)}"
            : read + inRange;
    }

    private static string Native(LabelArgument argument) =>
        $"({(argument.IsUnsigned ? "ulong" : "long")}{(argument.Label.IsNullable ? "?" : "")}){argument.Expression}";

    private static string IsInRange(LabelArgument argument, string value) =>
        $"{value} >= {Literal.Number(argument.Label.Minimum)} && {value} <= {Literal.Number(argument.Label.Maximum)}";

    private static string Offset(LabelArgument argument, string value)
    {
        var minimum = argument.Label.Minimum;
        return minimum == 0 ? $"(int){value}" : $"(int)({value} - {(minimum < 0 ? $"({Literal.Number(minimum)})" : Literal.Number(minimum))})";
    }

    /// <summary>The value by a name under which it can be read again, and what has to be evaluated before.</summary>
    private (string Read, string Value) Once(LabelArgument argument) =>
        argument.Expression.IndexOf('.') < 0 ? ("", argument.Expression) : Named(argument.Expression, argument, "var");

    private (string Read, string Value) Named(string expression, LabelArgument argument, string pattern)
    {
        var local = locals.New(argument.Label.Name);
        return ($"{expression} is {pattern} {local} && ", local);
    }

    private static IEnumerable<string> EnumArms(LabelArgument argument)
    {
        var arms = argument.Constants.Select(static (constant, i) => $"{constant} => {Literal.Number(i)}");
        return argument.Label.IsNullable ? arms.Append($"null => {Literal.Number(argument.Label.EmptyIndex)}") : arms;
    }

    private static IEnumerable<string> TextArms(LabelArgument argument)
    {
        var arms = argument.Label.Values.Take(argument.Label.Declared).Select(static (text, i) => $"{Literal.Text(text)} => {Literal.Number(i)}");
        return argument.Label.IsNullable ? arms.Append($"null or \"\" => {Literal.Number(argument.Label.EmptyIndex)}") : arms;
    }

    private IReadOnlyList<string> Switch(LabelArgument argument, IEnumerable<string> arms, int? overflowing)
    {
        var all = arms.ToList();
        if (overflowing is { } ordinal)
        {
            var local = locals.New(argument.Label.Name);
            all.Add($"var {local} => {Overflow(ordinal, local)}");
        }

        return all.Count <= ArmsOnOneLine
            ? [$"{argument.Expression} switch {{ {string.Join(", ", all)} }}"]
            : [$"{argument.Expression} switch", "{", .. all.Select(static arm => $"    {arm},"), "}"];
    }

    private static IReadOnlyList<string> Prefixed(string prefix, IReadOnlyList<string> lines) => [prefix + lines[0], .. lines.Skip(1)];
}
