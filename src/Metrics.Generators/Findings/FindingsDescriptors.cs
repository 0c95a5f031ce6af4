using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Findings;

/// <summary>MET299: the file of accepted findings itself.</summary>
internal static class FindingsDescriptors
{
    public static readonly DiagnosticDescriptor Stale = new(
        "MET299",
        "An accepted finding is not found",
        "{0}: write the file anew with '" + FindingsFile.Command + "'",
        DiagnosticCategories.Findings,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("MET299"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
