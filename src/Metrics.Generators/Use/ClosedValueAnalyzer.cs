using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Use;

/// <summary>Reports constants that a closed label has no value for: MET214, MET215.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClosedValueAnalyzer : DiagnosticAnalyzer
{
    /// <summary>In the properties of MET214: the nearest listed text, where one is near.</summary>
    public const string NearestProperty = "Nearest";

    private const int ShownTexts = 5;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UseDescriptors.UnlistedText, UseDescriptors.UndefinedValue);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (Instruments.AreKnownTo(start.Compilation))
            {
                var labels = new ClosedLabels(start.Compilation, start.CancellationToken);
                start.RegisterOperationAction(operation => Analyze(operation, labels), ClosedLabels.Kinds);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, ClosedLabels labels)
    {
        foreach (var use in labels.In(context.Operation))
        {
            foreach (var constant in PassedConstants.Of(use.Value))
            {
                if (!use.Label.Takes(constant.Value))
                {
                    context.ReportDiagnostic(Report(use.Label, constant));
                }
            }
        }
    }

    private static Diagnostic Report(ClosedLabelValues label, PassedConstant constant)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        var additional = constant.Source == constant.Location ? [] : new[] { constant.Source };
        if (constant.Value is not string text)
        {
            return Diagnostic.Create(
                UseDescriptors.UndefinedValue, constant.Location, additional, properties, label.Model.Name, label.Owner, Shown(label, constant.Value), WayOut(label));
        }

        var nearest = NearestText.Of(text, label.Listed);
        return Diagnostic.Create(
            UseDescriptors.UnlistedText,
            constant.Location,
            additional,
            nearest is null ? properties : properties.Add(NearestProperty, nearest),
            label.Model.Name,
            label.Owner,
            text,
            nearest is null ? "pass " + Listing(label) + ", or add it to [OneOf]" : $"did you mean '{nearest}'?");
    }

    private static string Shown(ClosedLabelValues label, object? constant)
    {
        var number = string.Format(CultureInfo.InvariantCulture, "{0}", constant);
        return label.Model.Kind == LabelKind.Enum ? $"({CSharpText.ForMessage(label.Type)}){number}" : number;
    }

    private static string WayOut(ClosedLabelValues label) => label.Model.Kind == LabelKind.Enum
        ? $"pass a member of '{CSharpText.ForMessage(label.Type)}'"
        : string.Format(CultureInfo.InvariantCulture, "pass {0} to {1}, or widen [InRange]", label.Model.Minimum, label.Model.Maximum);

    private static string Listing(ClosedLabelValues label)
    {
        var listed = label.Listed.ToList();
        var shown = string.Join(", ", listed.Take(ShownTexts).Select(static text => $"'{text}'"));
        return listed.Count == 1 ? shown : "one of " + shown + (listed.Count > ShownTexts ? ", …" : "");
    }
}
