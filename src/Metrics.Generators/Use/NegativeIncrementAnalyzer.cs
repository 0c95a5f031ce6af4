using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Use;

/// <summary>Reports negative constants that a counter is to be increased by: MET303.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NegativeIncrementAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UseDescriptors.NegativeIncrement);

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
        if (call is not { TargetMethod: { Name: "Inc", Parameters.Length: > 0 } method } || !method.ContainingType.IsRuntimeType("Counter"))
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument is not { Parameter.Ordinal: 0, ArgumentKind: ArgumentKind.Explicit })
            {
                continue;
            }

            foreach (var constant in PassedConstants.Of(argument.Value))
            {
                if (IsNegative(constant.Value))
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        UseDescriptors.NegativeIncrement,
                        constant.Location,
                        string.Format(CultureInfo.InvariantCulture, "Inc({0})", constant.Value)));
                }
            }
        }
    }

    private static bool IsNegative(object? constant) => constant switch
    {
        double number => number < 0,
        float number => number < 0,
        decimal number => number < 0,
        _ => ClosedLabelValues.NumberOf(constant) < 0,
    };
}
