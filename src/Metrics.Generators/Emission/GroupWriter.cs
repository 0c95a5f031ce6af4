using System.Linq;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Emission;

/// <summary>Writes the file of a group: the bodies of its members, and what holds their families.</summary>
internal static class GroupWriter
{
    public static string Write(GroupModel group)
    {
        var writer = new SourceWriter();
        FileHead.Write(writer, group.SuppressedWarnings);
        writer.Line();
        if (group.Namespace.Length > 0)
        {
            writer.Block($"namespace {group.Namespace}", () => Type(writer, group, 0));
        }
        else
        {
            Type(writer, group, 0);
        }

        if (group.Instance is null && (group.Callbacks.Count > 0 || group.Accessors.Any(static accessor => accessor.Metric is not null)))
        {
            writer.Line();
            writer.Block($"namespace {RuntimeNames.GeneratedNamespace}", () => HolderWriter.Write(writer, group));
        }

        return writer.ToString();
    }

    private static void Type(SourceWriter writer, GroupModel group, int depth)
    {
        var isGroup = depth == group.Types.Count - 1;
        var isDisposable = isGroup && group.Instance is { Disposal: DisposalKind.Dispose };
        writer.Block(group.Types[depth] + (isDisposable ? " : global::System.IDisposable" : ""), () =>
        {
            if (isGroup)
            {
                Members(writer, group);
            }
            else
            {
                Type(writer, group, depth + 1);
                if (group.Instance is null && group.Callbacks.Count > 0)
                {
                    writer.Line();
                    CallbackWriter.WriteForward(writer, group, depth);
                }
            }
        });
    }

    private static void Members(SourceWriter writer, GroupModel group)
    {
        if (group.Instance is { } instance)
        {
            InstanceWriter.Write(writer, group, instance);
            writer.Line();
        }

        for (var i = 0; i < group.Accessors.Count; i++)
        {
            if (i > 0)
            {
                writer.Line();
            }

            AccessorWriter.Write(writer, group, group.Accessors[i]);
        }

        if (group.Callbacks.Count > 0)
        {
            if (group.Accessors.Count > 0)
            {
                writer.Line();
            }

            CallbackWriter.Write(writer, group);
        }
    }
}
