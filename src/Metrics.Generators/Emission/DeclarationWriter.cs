using System.Collections.Generic;
using System.Linq;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Emission;

/// <summary>Writes the statements that hand a group's declarations to the registry.</summary>
internal static class DeclarationWriter
{
    /// <param name="writer">Where to.</param>
    /// <param name="group">The group.</param>
    /// <param name="registration">The expression that holds the registration.</param>
    /// <param name="target">What stands before the name of each field.</param>
    public static void Write(SourceWriter writer, GroupModel group, string registration, string target)
    {
        foreach (var accessor in group.Accessors)
        {
            if (accessor.Metric is { } metric)
            {
                Declaration(writer, metric, $"{target}{accessor.Field} = {registration}.{metric.Type}(", ");");
            }
        }

        for (var i = 0; i < group.Callbacks.Count; i++)
        {
            var metric = group.Callbacks[i].Metric;
            Declaration(writer, metric, $"{registration}.Observable{metric.Type}(", $", {CallbackWriter.Delegate(group, i)});");
        }
    }

    /// <summary>The arguments that create the group's registration.</summary>
    public static string RegistrationArguments(GroupModel group, string registry) =>
        string.Join(", ", new[] { registry, Literal.Text(group.FullName) }.Concat(group.ConstantLabels.Select(Literal.Text)));

    private static void Declaration(SourceWriter writer, MetricModel metric, string start, string end)
    {
        var creation = $"{start}new {RuntimeNames.MetricDeclaration}({Literal.Text(metric.Name)})";
        var properties = Properties(metric).ToList();
        if (properties.Count == 0 && metric.Labels.Count == 0)
        {
            writer.Line(creation + end);
            return;
        }

        writer.Line(creation);
        writer.Open();
        foreach (var (name, value) in properties)
        {
            writer.Line($"{name} = {value},");
        }

        Labels(writer, metric);
        writer.Close(end);
    }

    private static IEnumerable<(string Name, string Value)> Properties(MetricModel metric)
    {
        if (metric.Help is { } help)
        {
            yield return ("Help", Literal.Text(help));
        }

        if (metric.Unit is { } unit)
        {
            yield return ("Unit", Literal.Text(unit));
        }

        if (metric.Buckets.Count > 0)
        {
            yield return ("Buckets", $"new double[] {{ {string.Join(", ", metric.Buckets.Select(static bound => Literal.Number(bound)))} }}");
        }

        if (metric.Window is { } window)
        {
            foreach (var property in Window(window))
            {
                yield return property;
            }
        }

        if (metric.States is { } states)
        {
            yield return ("States", $"new string[] {{ {string.Join(", ", states.Texts.Select(Literal.Text))} }}");
            if (states.Numbers.Count > 0)
            {
                yield return ("StateNumbers", $"new long[] {{ {string.Join(", ", states.Numbers.Select(Literal.Number))} }}");
            }
        }

        if (metric.Exemplars)
        {
            yield return ("Exemplars", Literal.Flag(true));
        }

        if (metric.MaxSeries is { } maximum)
        {
            yield return ("MaxSeries", Literal.Number(maximum));
        }

        if (metric.Preinitialize is { } preinitialize)
        {
            yield return ("Preinitialize", Literal.Flag(preinitialize));
        }
    }

    private static IEnumerable<(string Name, string Value)> Window(WindowModel window)
    {
        yield return ("Quantiles", $"new double[] {{ {string.Join(", ", window.Quantiles.Select(static quantile => Literal.Number(quantile)))} }}");
        if (window.MaxAgeSeconds is { } maxAge)
        {
            yield return ("MaxAgeSeconds", Literal.Number(maxAge));
        }

        if (window.AgeBuckets is { } ageBuckets)
        {
            yield return ("AgeBuckets", Literal.Number(ageBuckets));
        }
    }

    private static void Labels(SourceWriter writer, MetricModel metric)
    {
        if (metric.Labels.Count == 0)
        {
            return;
        }

        writer.Line($"Labels = new {RuntimeNames.LabelDeclaration}[]");
        writer.Open();
        foreach (var label in metric.Labels)
        {
            writer.Line($"{RuntimeNames.LabelDeclaration}.{Label(label)},");
        }

        writer.Close(",");
    }

    private static string Label(LabelModel label)
    {
        var name = Literal.Text(label.Name);
        return label.Kind switch
        {
            LabelKind.Range =>
                $"Range({name}, {Literal.Number(label.Minimum)}, {Literal.Number(label.Maximum)}, nullable: {Literal.Flag(label.IsNullable)})",
            LabelKind.Open when label.OpenType is { } type => $"Open<{type}>({name})",
            LabelKind.Open => $"Open({name}, maximum: {Literal.Number(label.Maximum)}, nullable: {Literal.Flag(label.IsNullable)}{OpenLabelWriter.Expiry(label.ExpireAfter)})",
            _ => $"Closed({name}, new string[] {{ {string.Join(", ", label.Values.Select(Literal.Text))} }}, other: {Literal.Number(label.Other)})",
        };
    }
}
