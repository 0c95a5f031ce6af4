using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedMetrics.Generators.Findings;

/// <summary>
/// Suppresses the findings that the project has accepted, as many of each as were accepted, and what
/// <see cref="StaleFindingAnalyzer"/> says of lines that still hold. What is an error by itself cannot be accepted.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AcceptedFindingSuppressor : DiagnosticSuppressor
{
    private static readonly ImmutableDictionary<string, SuppressionDescriptor> ByRule = typeof(AcceptedFindingSuppressor).Assembly.GetTypes()
        .Where(static type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !typeof(DiagnosticSuppressor).IsAssignableFrom(type))
        .SelectMany(static type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)).SupportedDiagnostics)
        .Where(static rule => rule.DefaultSeverity != DiagnosticSeverity.Error)
        .Select(static rule => rule.Id)
        .Distinct()
        .ToImmutableDictionary(static id => id, static id => new SuppressionDescriptor(
            "ACCEPTED_" + id, id, id == FindingsDescriptors.Stale.Id ? "It is still found." : $"Accepted in {FindingsFile.Name}."));

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ByRule.Values.ToImmutableArray();

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (FindingsOptions.AcceptsAll(context.Options))
        {
            foreach (var found in context.ReportedDiagnostics)
            {
                Suppress(found, context);
            }
        }
        else if (FindingsOptions.Read(context.Options, context.CancellationToken) is { } options)
        {
            Suppress(options, context);
        }
    }

    private static void Suppress(FindingsOptions options, SuppressionAnalysisContext context)
    {
        var isFound = new HashSet<int>();
        var byKey = context.ReportedDiagnostics
            .Where(static found => found.Id != FindingsDescriptors.Stale.Id)
            .GroupBy(found => KeyOf(found, options.Folder));
        foreach (var group in byKey)
        {
            if (!options.File.Findings.TryGetValue(group.Key, out var finding))
            {
                continue;
            }

            var accepted = finding.Count.In(options.Framework);
            var found = group.OrderBy(static one => one.Location.SourceSpan.Start).ToList();
            foreach (var one in found.Take(accepted))
            {
                Suppress(one, context);
            }

            if (found.Count >= accepted)
            {
                isFound.Add(finding.Line);
            }
        }

        foreach (var stale in context.ReportedDiagnostics)
        {
            if (stale.Id == FindingsDescriptors.Stale.Id && isFound.Contains(stale.Location.GetLineSpan().StartLinePosition.Line))
            {
                Suppress(stale, context);
            }
        }
    }

    private static FindingKey KeyOf(Diagnostic found, string folder)
    {
        var line = found.Location.GetLineSpan();
        var text = found.Location.SourceTree?.GetText().Lines[line.StartLinePosition.Line].ToString() ?? "";
        return FindingKey.Of(found.Id, folder, line.Path, text);
    }

    private static void Suppress(Diagnostic found, SuppressionAnalysisContext context) =>
        context.ReportSuppression(Suppression.Create(ByRule[found.Id], found));
}
