using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Use;

/// <summary>Reports accessors in loops that name the same series in each turn: MET305.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedAccessAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UseDescriptors.RepeatedAccess);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (Instruments.AreKnownTo(start.Compilation))
            {
                var expiring = new ExpiringMetrics(start.Compilation, start.CancellationToken);
                start.RegisterOperationAction(operation => Analyze(operation, expiring), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, ExpiringMetrics expiring)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.Arguments.IsEmpty || Instruments.Accessor(call) is not { } accessor || ResultFate.IsDropped(call))
        {
            return;
        }

        ILoopOperation? outermost = null;
        for (IOperation at = call; at.Parent is { } parent and not (IAnonymousFunctionOperation or ILocalFunctionOperation); at = parent)
        {
            if (parent is not ILoopOperation loop || loop.Body != at)
            {
                continue;
            }

            if (!IsInvariant(call, new LoopInvariants(loop)))
            {
                break;
            }

            outermost = loop;
        }

        // One that expires is not to be kept for as long as a loop may turn.
        if (outermost is not null && !expiring.Contains(accessor))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                UseDescriptors.RepeatedAccess, call.Syntax.GetLocation(), [outermost.Syntax.GetLocation()], accessor.Name));
        }
    }

    private static bool IsInvariant(IInvocationOperation call, LoopInvariants loop) =>
        (call.Instance is null || loop.Holds(call.Instance)) && call.Arguments.All(argument => loop.Holds(argument.Value));
}
