using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>Reports values without bound that reach an open label: MET210 to MET213.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValueOriginAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        CardinalityDescriptors.UnboundedOrigin, CardinalityDescriptors.ComposedText, CardinalityDescriptors.TellingName, CardinalityDescriptors.ChosenByRequest);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var finders = LabelUseFinders.For(context.Compilation, context.CancellationToken);
        if (finders.IsEmpty)
        {
            return;
        }

        var program = new Program(context.Compilation, context.Options.AnalyzerConfigOptionsProvider, context.CancellationToken);
        context.RegisterOperationBlockAction(block => Analyze(block, finders, program));
    }

    private static void Analyze(OperationBlockAnalysisContext context, ImmutableArray<ILabelUseFinder> finders, Program program)
    {
        // A constructor's initializer and body are two blocks of one graph.
        IOperation? last = null;
        foreach (var block in context.OperationBlocks)
        {
            if (GraphOwner(block) is not { } owner || owner == last)
            {
                continue;
            }

            last = owner;
            if (!SourceUses.AreHarmless(owner, context.OwningSymbol as IMethodSymbol, finders, program, context.CancellationToken))
            {
                // Another body's questions may have made it already.
                var body = program.FindBody(owner.Syntax)
                    ?? program.BodyOf(context.GetControlFlowGraph(block), context.OwningSymbol as IMethodSymbol);
                Analyze(context, body, finders, new ValueJudge(program));
            }
        }
    }

    private static void Analyze(OperationBlockAnalysisContext context, FunctionBody root, ImmutableArray<ILabelUseFinder> finders, ValueJudge judge)
    {
        var told = new ToldUses();
        foreach (var body in root.WithNested())
        {
            foreach (var block in body.Graph.Blocks)
            {
                foreach (var operation in body.OperationsOf(block))
                {
                    context.CancellationToken.ThrowIfCancellationRequested();
                    foreach (var use in finders.SelectMany(finder => finder.In(body, operation)))
                    {
                        foreach (var report in OriginReport.Of(use, judge.JudgeUse(body, use.Value, use.Part)))
                        {
                            if (told.Add(operation, use, report))
                            {
                                context.ReportDiagnostic(report);
                            }
                        }
                    }
                }
            }
        }
    }

    // Attributes are blocks of their own and hold constants only.
    private static IOperation? GraphOwner(IOperation block)
    {
        var root = block;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root.Kind is OperationKind.MethodBody or OperationKind.ConstructorBody or OperationKind.Block
            or OperationKind.FieldInitializer or OperationKind.PropertyInitializer or OperationKind.ParameterInitializer ? root : null;
    }
}
