using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetrics.Generators.Catalogue;
using TypedMetrics.Generators.Parsing;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Declarations;

/// <summary>
/// Finds metrics that expose one name (MET006): among the declarations of a project, and with and among those of the
/// assemblies that it references, whose clash nobody but this project can see.
/// </summary>
internal static class NameClashes
{
    public static void Report(CompilationAnalysisContext context, IEnumerable<DeclaredName> declared)
    {
        var owners = new Dictionary<string, DeclaredName>(StringComparer.Ordinal);
        foreach (var metric in References(context.Compilation).Concat(InOrder(declared)))
        {
            var names = MetricNames.Reserved(metric.Type, MetricNames.BaseName(metric.Type, metric.Name)).ToList();
            var clash = names.FirstOrDefault(owners.ContainsKey);
            var isWithinReference = clash is not null && metric.Location is null && owners[clash].Origin == metric.Origin;
            if (clash is not null && !isWithinReference)
            {
                context.ReportDiagnostic(Clash(metric, owners[clash], clash));
            }

            foreach (var name in names)
            {
                if (!owners.ContainsKey(name))
                {
                    owners.Add(name, metric);
                }
            }
        }
    }

    private static IEnumerable<DeclaredName> References(Compilation compilation) =>
        from assembly in CatalogueReader.AssembliesOf(compilation)
        orderby assembly.Name
        from metric in CatalogueReader.Metrics(assembly)
        select new DeclaredName(metric.Type, metric.Name, $"the referenced assembly '{metric.Assembly}'", null);

    private static IEnumerable<DeclaredName> InOrder(IEnumerable<DeclaredName> declared) => declared
        .OrderBy(static metric => metric.Location?.SourceTree?.FilePath, StringComparer.Ordinal)
        .ThenBy(static metric => metric.Location?.SourceSpan.Start);

    private static Diagnostic Clash(DeclaredName metric, DeclaredName owner, string name) => Diagnostic.Create(
        DeclarationDescriptors.NameClash,
        metric.Location ?? Location.None,
        metric.Location is null ? DiagnosticSeverity.Warning : DeclarationDescriptors.NameClash.DefaultSeverity,
        additionalLocations: owner.Location is { } other ? [other] : null,
        properties: null,
        TypeText.Title(metric.Type),
        metric.Name,
        TypeText.Word(owner.Type),
        owner.Name,
        owner.Origin,
        name,
        metric.Origin);
}
