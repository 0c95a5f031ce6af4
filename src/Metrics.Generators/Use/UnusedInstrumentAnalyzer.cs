using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Use;

/// <summary>Reports instruments that are taken and dropped, so that nothing is recorded: MET302.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedInstrumentAnalyzer : DiagnosticAnalyzer
{
    /// <summary>In the diagnostic's properties: the instrument's type name.</summary>
    public const string InstrumentProperty = "Instrument";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UseDescriptors.UnusedInstrument);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (Instruments.AreKnownTo(start.Compilation))
            {
                start.RegisterOperationAction(Analyze, OperationKind.Invocation, OperationKind.PropertyReference);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (Instruments.Accessor(context.Operation) is not { } accessor || !ResultFate.IsDropped(context.Operation))
        {
            return;
        }

        var kind = context.Operation.Type!.Name;
        context.ReportDiagnostic(Diagnostic.Create(
            UseDescriptors.UnusedInstrument,
            context.Operation.Syntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(InstrumentProperty, kind),
            accessor.Name,
            kind switch { "StateSet" => "state set", _ => kind.ToLowerInvariant() },
            kind switch
            {
                "Counter" => "call '.Inc()' on it",
                "Gauge" => "call '.Set(…)', '.Inc()' or '.Dec()' on it",
                "Histogram" or "Summary" => "call '.Observe(…)' or '.Time()' on it",
                _ => "call '.Set(…)' on it",
            }));
    }
}
