using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Emission;

/// <summary>Writes what an instance group has beside its accessors: its families, their registration, and its end.</summary>
internal static class InstanceWriter
{
    private const string Field = "this.__registration";

    public static void Write(SourceWriter writer, GroupModel group, InstanceModel instance)
    {
        writer.Line($"private {RuntimeNames.Registration}? __registration;");
        foreach (var accessor in group.Accessors)
        {
            if (accessor.Metric is { } metric)
            {
                writer.Line($"private {RuntimeNames.Family(metric.Type)}? {accessor.Field};");
            }
        }

        writer.Line();
        Registration(writer, group, instance);
        writer.Line();
        Disposal(writer, instance);
    }

    private static void Registration(SourceWriter writer, GroupModel group, InstanceModel instance)
    {
        writer.Line("/// <summary>Registers the group's metrics, which leave the registry when the group is disposed.</summary>");
        writer.Line("/// <param name=\"registry\">Where they are to live.</param>");
        writer.Line(RuntimeNames.GeneratedCode);
        var parameter = $"({RuntimeNames.Registry} registry)";
        var head = instance.HasConstructor
            ? $"private void {InstanceParser.RegisterMethod}{parameter}"
            : $"public {instance.TypeName}{parameter}" + (instance.PassesRegistryToBase ? " : base(registry)" : "");
        writer.Block(head, () =>
        {
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(registry);");
            if (instance.HasConstructor)
            {
                // Constructors may call each other.
                writer.Line($"if ({Field} is not null)");
                writer.Open();
                writer.Line("return;");
                writer.Close();
                writer.Line();
            }

            writer.Line($"{Field} = new {RuntimeNames.Registration}({DeclarationWriter.RegistrationArguments(group, "registry")});");
            DeclarationWriter.Write(writer, group, Field, "this.");
        });
    }

    private static void Disposal(SourceWriter writer, InstanceModel instance)
    {
        writer.Line("/// <summary>Takes the group's metrics out of the registry. Instruments that were kept stay harmless.</summary>");
        writer.Line(RuntimeNames.GeneratedCode);
        var head = instance.Disposal switch
        {
            DisposalKind.Unregister => "private void UnregisterMetrics()",
            DisposalKind.Override => "public override void Dispose()",
            _ => instance.IsSealed ? "public void Dispose()" : "public virtual void Dispose()",
        };
        writer.Block(head, () =>
        {
            writer.Line($"{Field}?.Dispose();");
            if (instance.Disposal == DisposalKind.Override)
            {
                writer.Line("base.Dispose();");
            }
        });
    }
}
