using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Use;

/// <summary>Reports timers that are started and dropped, so that nothing is measured: MET301.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedTimerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UseDescriptors.UnusedTimer);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (Instruments.AreKnownTo(start.Compilation))
            {
                start.RegisterOperationAction(Analyze, OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!Instruments.IsTimer(call.Type) || !ResultFate.IsDropped(call))
        {
            return;
        }

        var (outcome, wayOut) = call.Type!.Name switch
        {
            "DurationTimer" => ("nothing is measured", "hand the timer's time on with '.ObserveTo(…)' or '.SetTo(…)'"),
            "InProgress" => ("the gauge stays too high for good", "keep it in a 'using'"),
            _ => ("nothing is measured", "keep it in a 'using'"),
        };
        context.ReportDiagnostic(Diagnostic.Create(
            UseDescriptors.UnusedTimer, call.Syntax.GetLocation(), call.TargetMethod.Name, outcome, wayOut));
    }
}
