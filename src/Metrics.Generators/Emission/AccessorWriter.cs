using System;
using System.Linq;
using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Emission;

/// <summary>Writes the implementing part of a group's member.</summary>
internal static class AccessorWriter
{
    public static void Write(SourceWriter writer, GroupModel group, AccessorModel accessor)
    {
        if (accessor.Metric is { } metric)
        {
            DocumentationWriter.Write(writer, metric, accessor.Documentation);
        }

        writer.Line(RuntimeNames.GeneratedCode);
        var member = accessor.Member;
        if (member.Parameters is { } parameters)
        {
            writer.Block(
                $"{member.Modifiers} {member.ReturnType} {member.Name}{member.TypeParameters}({parameters}){member.Constraints}",
                () => Body(writer, group, accessor, isPlain: !member.HasOutParameter));
            return;
        }

        writer.Block($"{member.Modifiers} {member.ReturnType} {member.Name}", () =>
        {
            foreach (var part in member.Accessors)
            {
                writer.Block(part, () => Body(writer, group, accessor, isPlain: part.EndsWith("get", StringComparison.Ordinal)));
            }
        });
    }

    private static void Body(SourceWriter writer, GroupModel group, AccessorModel accessor, bool isPlain)
    {
        if (accessor.Metric is not { } metric)
        {
            // The declaration is wrong, which an analyzer reports; here it only has to compile.
            writer.Line(isPlain && InstrumentKind.All.Any(kind => kind.IsInstrument(accessor.Member.ReturnType))
                ? "return default;"
                : "throw new global::System.NotSupportedException();");
            return;
        }

        var locals = new LocalNames(accessor.Member.ParameterNames);
        var family = locals.New("family");
        var holder = $"global::{RuntimeNames.GeneratedNamespace}.{group.HolderName}.{accessor.Field}";
        var at = metric.States is { } states ? $"At<{states.TypeName}>" : "At";
        if (group.Instance is not null)
        {
            writer.Line($"if (this.{accessor.Field} is not {{ }} {family})");
            writer.Open();
            writer.Line("return default;");
            writer.Close();
            writer.Line();
        }

        if (KnownValuesWriter.CanWrite(accessor))
        {
            // A static field is read where it is needed, and not kept for after a call.
            var parameter = group.Instance is null ? null : $"{RuntimeNames.Family(metric.Type)} {family}";
            new KnownValuesWriter(writer, accessor, locals).Write(parameter is null ? holder : family, at, parameter, parameter is null ? null : family, () =>
            {
                Holder(writer, group, family, holder);
                At(writer, accessor, family, at, new LocalNames([.. accessor.Member.ParameterNames, family]));
            });
            return;
        }

        Holder(writer, group, family, holder);
        At(writer, accessor, family, at, locals);
    }

    private static void Holder(SourceWriter writer, GroupModel group, string family, string holder)
    {
        if (group.Instance is null)
        {
            writer.Line($"var {family} = {holder};");
        }
    }

    private static void At(SourceWriter writer, AccessorModel accessor, string family, string at, LocalNames locals)
    {
        // Read before the labels, so that what is freed while they are looked up is told from what is not.
        var generation = accessor.Metric!.Expires ? locals.New("generation") : null;
        if (generation is not null)
        {
            writer.Line($"var {generation} = {RuntimeNames.Generation};");
        }

        writer.Line($"return {family}.{at}({Index(writer, accessor, family, locals)}{(generation is null ? "" : $", {generation}")});");
    }

    /// <summary>The series' index, after the lines that compute it.</summary>
    private static string Index(SourceWriter writer, AccessorModel accessor, string family, LocalNames locals)
    {
        if (accessor.Arguments.Count == 0)
        {
            return "0";
        }

        foreach (var (parameter, local) in accessor.Member.Copies)
        {
            writer.Line($"var {local} = {parameter};");
        }

        var index = locals.New("index");
        var indexes = new IndexWriter(family, locals);
        for (var i = 0; i < accessor.Arguments.Count; i++)
        {
            var argument = accessor.Arguments[i];
            var lines = indexes.Lines(argument, i);
            var isFirst = i == 0;
            var start = isFirst ? $"var {index} = " : $"{index} = ({index} * {Literal.Number(argument.Label.Size)}) + (";
            var end = isFirst ? ";" : ");";
            writer.Line(start + lines[0] + (lines.Count == 1 ? end : ""));
            for (var k = 1; k < lines.Count; k++)
            {
                writer.Line(lines[k] + (k == lines.Count - 1 ? end : ""));
            }
        }

        return index;
    }
}
