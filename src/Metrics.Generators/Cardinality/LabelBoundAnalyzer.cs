using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>Reports labels that nothing bounds, and open ones that are named like an identity: MET201, MET202, MET203.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LabelBoundAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(CardinalityDescriptors.OpenLabel, CardinalityDescriptors.UnboundedType, CardinalityDescriptors.IdentityName);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (LabelTypes.IsLabelSet(type))
        {
            var parsing = new ParsingContext(context.Compilation, context.CancellationToken);
            foreach (var label in LabelSetParser.Parse(type, "", null, parsing).Labels)
            {
                Report(context, label, label.Symbol);
            }
        }

        if (GroupParser.Parse(type, context.Compilation, context.CancellationToken) is not { } group)
        {
            return;
        }

        foreach (var label in group.Metrics.SelectMany(static metric => metric.Labels))
        {
            // The labels of a set of this project are reported where the set is declared, once for all its metrics.
            if (label.Parameter is { } parameter && (IsParameter(label) || !IsDeclaredHere(label.Symbol, context.Compilation)))
            {
                Report(context, label, parameter);
            }
        }
    }

    private static bool IsParameter(ParsedLabel label) => SymbolEqualityComparer.Default.Equals(label.Symbol, label.Parameter);

    private static bool IsDeclaredHere(ISymbol symbol, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);

    private static void Report(SymbolAnalysisContext context, ParsedLabel label, ISymbol at)
    {
        switch (label.Fault)
        {
            case LabelFault.OpenString:
                context.ReportDiagnostic(Diagnostic.Create(CardinalityDescriptors.OpenLabel, Spots.OfName(at), label.Name));
                break;
            case LabelFault.Unbounded:
                context.ReportDiagnostic(Diagnostic.Create(
                    CardinalityDescriptors.UnboundedType,
                    Spots.OfType(at, context.CancellationToken),
                    label.Name,
                    CSharpText.ForMessage(label.Type),
                    UnboundedTypes.Advice(label.Type)));
                break;
        }

        if ((label.Fault == LabelFault.OpenString || label.Model?.Kind == LabelKind.Open)
            && Spots.OfName(at)?.SourceTree is { } tree
            && IdentityWords.In(label.Name, AddedWords(context, tree)) is { } word)
        {
            context.ReportDiagnostic(Diagnostic.Create(CardinalityDescriptors.IdentityName, Spots.OfName(at), label.Name, word));
        }
    }

    private static HashSet<string> AddedWords(SymbolAnalysisContext context, SyntaxTree tree) =>
        IdentityWords.Listed(ConfiguredNames.Of(context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree), IdentityWords.Option));
}
