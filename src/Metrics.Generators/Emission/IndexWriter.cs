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
        var unsigned = argument.IsWide ? "ulong" : "uint";
        return $"{read}unchecked(({unsigned}){value}) < {Literal.Number(argument.Constants.Count)} ? (int){value} : {Overflow(ordinal, value)}";
    }

    private string Range(LabelArgument argument, int ordinal)
    {
        var label = argument.Label;
        var native = argument.IsUnsigned ? "ulong" : "long";
        var expression = argument.IsNative ? $"({native}{(label.IsNullable ? "?" : "")}){argument.Expression}" : argument.Expression;
        var (read, value) = label.IsNullable || argument.IsNative ? Named(expression, argument, label.IsNullable ? "{ }" : "var") : Once(argument);
        var minimum = Literal.Number(label.Minimum);
        var offset = label.Minimum == 0 ? $"(int){value}" : $"(int)({value} - {(label.Minimum < 0 ? $"({minimum})" : minimum)})";
        var inRange = $"{value} >= {minimum} && {value} <= {Literal.Number(label.Maximum)} ? {offset} : {Overflow(ordinal, value)}";
        return label.IsNullable
            ? $"{read.Substring(0, read.Length - " && ".Length)} ? ({inRange}) : {Literal.Number(label.EmptyIndex)}"
            : read + inRange;
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
