using System;
using System.Collections.Generic;
using System.Linq;
using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Emission;

/// <summary>
/// Writes an accessor in two parts: one for values that the labels know, which calls nothing that it has to come back from, and one for the others,
/// which is called last. What a method keeps for after a call, it saves on each way, and an interlocked operation waits for that.
/// </summary>
internal sealed class KnownValuesWriter(SourceWriter writer, AccessorModel accessor, LocalNames locals)
{
    /// <summary>
    /// Whether the values of all labels are known by a comparison, or are texts, which the runtime looks up, and there is something to gain.
    /// </summary>
    public static bool CanWrite(AccessorModel accessor) =>
        accessor is { Metric: { Expires: false, Series: <= int.MaxValue }, Member: { Parameters: { } parameters, Copies.Count: 0 } }
        && !parameters.StartsWith("this ", StringComparison.Ordinal)
        && accessor.Arguments.All(static argument => argument.NullableSet is null && (IsText(argument) || IndexWriter.IsComparison(argument)))
        && accessor.Arguments.Any(static argument => argument.Label.Kind != LabelKind.Bool)
        && !(accessor.Arguments.Count == 1 && IsText(accessor.Arguments[0]));

    /// <param name="family">The expression that reads the family.</param>
    /// <param name="at">The method that gives the instrument of an index.</param>
    /// <param name="parameter">The parameter by which the second part gets the family, where it does not read it itself.</param>
    /// <param name="argument">What is passed for it.</param>
    /// <param name="others">Writes the second part's body.</param>
    public void Write(string family, string at, string? parameter, string? argument, Action others)
    {
        var indexes = new IndexWriter(family, locals);
        List<(string? Condition, string? Index)> known = [.. accessor.Arguments.Select(value => IsText(value) ? (null, null) : indexes.Comparison(value))];
        var conditions = known.Select(static part => part.Condition).OfType<string>().ToList();
        if (conditions.Count == 0)
        {
            Known(family, at, known);
            return;
        }

        writer.Line($"if ({string.Join(" && ", conditions)})");
        writer.Open();
        Known(family, at, known);
        writer.Close();
        writer.Line();

        var member = accessor.Member;
        var name = locals.New("Others");
        var arguments = new[] { argument }.OfType<string>().Concat(member.ParameterNames.Select(CSharpText.Identifier));
        var parameters = new[] { parameter }.OfType<string>().Concat([member.Parameters!]);
        writer.Line($"return {name}({string.Join(", ", arguments)});");
        writer.Line();
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
        writer.Block($"static {member.ReturnType} {name}({string.Join(", ", parameters)})", others);
    }

    private static bool IsText(LabelArgument argument) => argument.Label is { Kind: LabelKind.Open, OpenType: null };

    private void Known(string family, string at, List<(string? Condition, string? Index)> known)
    {
        if (!accessor.Arguments.Any(IsText))
        {
            writer.Line($"return {family}.{at}({Nested(known)});");
            return;
        }

        // The texts last: all else is done while they are looked up.
        var index = locals.New("index");
        var weights = Weights();
        var terms = known.Select((part, i) => part.Index is { } value ? Weighted(value, weights[i]) : null).OfType<string>().ToList();
        var rest = terms.Count == 0 ? "0" : string.Join(" + ", terms);
        for (var i = known.Count - 1; i >= 0; i--)
        {
            if (IsText(accessor.Arguments[i]))
            {
                var start = rest == index ? index : $"var {index}";
                writer.Line($"{start} = {family}.Intern({Literal.Number(i)}, {accessor.Arguments[i].Expression}, {Literal.Number(weights[i])}, {rest});");
                rest = index;
            }
        }

        writer.Line($"return {family}.{at}({index});");
    }

    private string Nested(List<(string? Condition, string? Index)> known)
    {
        var index = Part(known[0].Index!);
        for (var i = 1; i < known.Count; i++)
        {
            index = $"({(i == 1 ? index : $"({index})")} * {Literal.Number(accessor.Arguments[i].Label.Size)}) + {Part(known[i].Index!)}";
        }

        return index;
    }

    private static string Weighted(string value, long weight) => weight == 1 ? Part(value) : $"({Part(value)} * {Literal.Number(weight)})";

    private static string Part(string value) => value.IndexOf('?') < 0 ? value : $"({value})";

    private long[] Weights()
    {
        var weights = new long[accessor.Arguments.Count];
        var weight = 1L;
        for (var i = weights.Length - 1; i >= 0; i--)
        {
            weights[i] = weight;
            weight *= accessor.Arguments[i].Label.Size;
        }

        return weights;
    }
}
