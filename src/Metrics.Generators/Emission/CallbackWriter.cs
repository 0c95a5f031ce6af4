using System.Collections.Generic;
using System.Linq;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Emission;

/// <summary>
/// Writes the method through which a scrape reads a group's callbacks. It stands in the group, since these may be private; the
/// types around a nested group, which may be private, too, pass the call on.
/// </summary>
internal static class CallbackWriter
{
    /// <summary>The delegate that reads a callback. Making it runs no code of the user's.</summary>
    public static string Delegate(GroupModel group, int callback)
    {
        var space = group.Namespace.Length > 0 ? group.Namespace + "." : "";
        var (modifier, target) = group.Instance is null ? ("static ", $"global::{space}{TypeName(group, 0)}") : ("", "this");
        return $"{modifier}__reading => {target}.{Method(group)}({Literal.Number(callback)}, __reading)";
    }

    /// <summary>Writes the method.</summary>
    public static void Write(SourceWriter writer, GroupModel group)
    {
        var head = group.Instance is null ? "internal static void" : "private void";
        Attributes(writer);
        writer.Block($"{head} {Method(group)}(int __callback, {RuntimeNames.Reading} __reading)", () => writer.Block("switch (__callback)", () =>
        {
            for (var i = 0; i < group.Callbacks.Count; i++)
            {
                var callback = group.Callbacks[i];
                var isFirst = i == 0;
                if (!isFirst)
                {
                    writer.Line();
                }

                writer.Block($"case {Literal.Number(i)}:", () => Read(writer, group, callback));
            }
        }));
    }

    /// <summary>Writes the method of a type around the group.</summary>
    public static void WriteForward(SourceWriter writer, GroupModel group, int depth)
    {
        Attributes(writer);
        writer.Line($"internal static void {Method(group)}(int __callback, {RuntimeNames.Reading} __reading) =>");
        writer.Indented(() => writer.Line($"{TypeName(group, depth + 1)}.{Method(group)}(__callback, __reading);"));
    }

    private static void Attributes(SourceWriter writer)
    {
        writer.Line(RuntimeNames.GeneratedCode);
        writer.Line(RuntimeNames.Hidden);
    }

    private static string Method(GroupModel group) => "__Observe_" + group.HolderName.TrimStart('@');

    private static string TypeName(GroupModel group, int depth) => group.Types[depth].Substring(group.Types[depth].LastIndexOf(' ') + 1);

    private static void Read(SourceWriter writer, GroupModel group, CallbackModel callback)
    {
        for (var i = 0; i < callback.Parameters.Count; i++)
        {
            if (List(callback.Parameters[i]) is { } list)
            {
                writer.Line($"var __values{Literal.Number(i)} = {list};");
            }
        }

        Loop(writer, group, callback, 0);
        writer.Line("break;");
    }

    private static void Loop(SourceWriter writer, GroupModel group, CallbackModel callback, int depth)
    {
        if (depth < callback.Parameters.Count)
        {
            var number = $"__i{Literal.Number(depth)}";
            var count = Literal.Number(Count(callback.Parameters[depth].Argument.Label));
            writer.Block($"for (var {number} = 0; {number} < {count}; {number}++)", () => Loop(writer, group, callback, depth + 1));
            return;
        }

        var arguments = callback.IsMethod ? $"({string.Join(", ", callback.Parameters.Select(Value))})" : "";
        var value = $"({(callback.IsNullable ? "double?" : "double")}){(group.Instance is null ? "" : "this.")}{callback.Name}{arguments}";
        writer.Line($"__reading.Observe({Index(callback)}, {value});");
    }

    // How many values were declared, and no value where that may be.
    private static long Count(LabelModel label) =>
        (label.Kind == LabelKind.Range ? label.Maximum - label.Minimum + 1 : label.Declared) + (label.IsNullable ? 1 : 0);

    private static string Index(CallbackModel callback)
    {
        var index = "0";
        for (var i = 0; i < callback.Parameters.Count; i++)
        {
            var label = callback.Parameters[i].Argument.Label;
            var number = $"__i{Literal.Number(i)}";
            var last = Count(label) - 1;
            var own = label.IsNullable && last != label.EmptyIndex
                ? $"({number} < {Literal.Number(last)} ? {number} : {Literal.Number(label.EmptyIndex)})"
                : number;
            index = i == 0 ? own : $"({(i == 1 ? index : $"({index})")} * {Literal.Number(label.Size)}) + {own}";
        }

        return index;
    }

    private static string Value(CallbackParameter parameter, int ordinal)
    {
        var label = parameter.Argument.Label;
        var number = $"__i{Literal.Number(ordinal)}";
        var last = Literal.Number(Count(label) - 1);
        return label.Kind switch
        {
            LabelKind.Bool => label.IsNullable ? $"{number} == {last} ? (bool?)null : {number} == 1" : $"{number} == 1",
            LabelKind.Range => (label.IsNullable ? $"{number} == {last} ? null : " : "")
                + $"({parameter.Type})({Literal.Number(label.Minimum)}{(label.Minimum < 0 ? "L" : parameter.Argument.IsUnsigned ? "UL" : "L")} + {(parameter.Argument.IsUnsigned ? "(ulong)" : "")}{number})",
            _ => $"__values{Literal.Number(ordinal)}[{number}]",
        };
    }

    private static string? List(CallbackParameter parameter)
    {
        var argument = parameter.Argument;
        IEnumerable<string>? values = argument.Label.Kind switch
        {
            LabelKind.Enum => argument.Constants,
            LabelKind.OneOf => argument.Label.Values.Take(argument.Label.Declared).Select(Literal.Text),
            _ => null,
        };
        return values is null
            ? null
            : $"new {parameter.Type}[] {{ {string.Join(", ", argument.Label.IsNullable ? values.Append("null") : values)} }}";
    }
}
