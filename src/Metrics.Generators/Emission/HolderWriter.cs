using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Emission;

/// <summary>
/// Writes the type that holds a static group's families. It has no code of the user's, so that a static initializer of the
/// user's class that throws breaks no update.
/// </summary>
internal static class HolderWriter
{
    public static void Write(SourceWriter writer, GroupModel group)
    {
        writer.Line($"/// <summary>Holds the metrics of {group.FullName.Replace("<", "&lt;")}.</summary>");
        writer.Line(RuntimeNames.GeneratedCode);
        writer.Line(RuntimeNames.Hidden);
        writer.Block($"internal static class {group.HolderName}", () =>
        {
            foreach (var accessor in group.Accessors)
            {
                if (accessor.Metric is { } metric)
                {
                    writer.Line($"internal static readonly {RuntimeNames.Family(metric.Type)} {accessor.Field};");
                }
            }

            writer.Line();
            writer.Block($"static {group.HolderName}()", () =>
            {
                var arguments = DeclarationWriter.RegistrationArguments(group, RuntimeNames.Registry + ".Default");
                writer.Line($"var __group = new {RuntimeNames.Registration}({arguments});");
                DeclarationWriter.Write(writer, group, "__group", "");
            });
            writer.Line();
            writer.Line("/// <summary>Runs the initializer, if it has not run.</summary>");
            writer.Block($"internal static void {FieldNames.RegisterMethod}()", static () => { });
        });
    }
}
