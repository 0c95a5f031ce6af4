using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Declarations;

/// <summary>
/// Reports MET001 to MET017, what the generator's own parser finds wrong with a declaration, at the exact spot.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MetricDeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DeclarationDescriptors.NotPartialType,
        DeclarationDescriptors.WrongShape,
        DeclarationDescriptors.NotPartialMember,
        DeclarationDescriptors.InvalidMetricName,
        DeclarationDescriptors.InvalidLabelName,
        DeclarationDescriptors.NameClash,
        DeclarationDescriptors.UnsupportedLabelType,
        DeclarationDescriptors.InvalidBuckets,
        DeclarationDescriptors.InvalidSummary,
        DeclarationDescriptors.RepeatedLabel,
        DeclarationDescriptors.UnfitBound,
        DeclarationDescriptors.UnusableGroup,
        DeclarationDescriptors.WrongCallback,
        DeclarationDescriptors.InvalidLabelSet,
        DeclarationDescriptors.InvalidEnum,
        DeclarationDescriptors.TooManySeries,
        DeclarationDescriptors.UnregisteredConstructor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(InstrumentKind.Counter.MetadataName) is null)
            {
                return;
            }

            var declared = new ConcurrentBag<DeclaredName>();
            start.RegisterSymbolAction(symbol => CheckType(symbol, declared), SymbolKind.NamedType);
            start.RegisterSyntaxNodeAction(
                CheckFunction,
                SyntaxKind.LocalFunctionStatement,
                SyntaxKind.ParenthesizedLambdaExpression,
                SyntaxKind.SimpleLambdaExpression);
            start.RegisterCompilationEndAction(end => NameClashes.Report(end, declared));
        });
    }

    private static void CheckType(SymbolAnalysisContext context, ConcurrentBag<DeclaredName> declared)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (GroupParser.Parse(type, context.Compilation, context.CancellationToken) is { } group)
        {
            Report(context, group.Problems);
            foreach (var metric in group.Metrics)
            {
                if (DeclaredName.Of(metric, type, context.CancellationToken) is { } name)
                {
                    declared.Add(name);
                }
            }
        }

        var parsing = new ParsingContext(context.Compilation, context.CancellationToken);
        if (LabelTypes.IsLabelSet(type))
        {
            LabelSetParser.Parse(type, "", null, parsing);
        }

        OpenTypeParser.Parse(type, parsing);
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(IsNoMember))
        {
            ShapeParser.CheckNoMember(method, parsing);
        }

        Report(context, parsing.Problems);
    }

    private static bool IsNoMember(IMethodSymbol method) =>
        method is { IsImplicitlyDeclared: false, MethodKind: not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation) };

    private static void CheckFunction(SyntaxNodeAnalysisContext context)
    {
        if (context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol is IMethodSymbol lambda)
        {
            Check(lambda);
        }
        else if (context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken) is IMethodSymbol function)
        {
            Check(function);
        }

        void Check(IMethodSymbol method)
        {
            var parsing = new ParsingContext(context.Compilation, context.CancellationToken);
            ShapeParser.CheckNoMember(method, parsing);
            foreach (var problem in parsing.Problems)
            {
                context.ReportDiagnostic(problem);
            }
        }
    }

    private static void Report(SymbolAnalysisContext context, ImmutableArray<Diagnostic> problems)
    {
        foreach (var problem in problems)
        {
            context.ReportDiagnostic(problem);
        }
    }
}
