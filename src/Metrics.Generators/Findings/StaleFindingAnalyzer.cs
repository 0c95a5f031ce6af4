using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedMetrics.Generators.Findings;

/// <summary>
/// Reports each line of the file of accepted findings as stale. No analyzer learns what others found, but a suppressor
/// does: <see cref="AcceptedFindingSuppressor"/> takes back what is said here of lines that still hold.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaleFindingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FindingsDescriptors.Stale);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Report);
    }

    private static void Report(CompilationAnalysisContext context)
    {
        if (!FindingsOptions.ReportsStale(context.Options) || FindingsOptions.Read(context.Options, context.CancellationToken) is not { } options)
        {
            return;
        }

        foreach (var finding in options.File.Findings.Values)
        {
            var count = finding.Count.In(options.Framework);
            if (count > 0)
            {
                Report(finding.Line, $"'{finding.Key.File}' has no longer {(count == 1 ? "the" : $"all {count}")} accepted {finding.Key.Rule} at '{finding.Key.Text}'");
            }
        }

        foreach (var line in options.File.Unreadable)
        {
            Report(line, $"'{options.Text.Lines[line]}' is no accepted finding, or is there twice");
        }

        void Report(int line, string problem)
        {
            var span = options.Text.Lines[line].Span;
            context.ReportDiagnostic(Diagnostic.Create(
                FindingsDescriptors.Stale, Location.Create(options.Path, span, options.Text.Lines.GetLinePositionSpan(span)), problem));
        }
    }
}
