using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Naming;

/// <summary>Reports names, with the better one in the message and in the properties for the code fix.</summary>
internal readonly struct NamingReport(SymbolAnalysisContext context)
{
    /// <summary>In a diagnostic's properties: the text to write instead.</summary>
    public const string NewText = "NewText";

    /// <summary>In a diagnostic's properties: the attribute's <c>Unit</c> that has to change with the name.</summary>
    public const string OldUnit = "OldUnit";

    /// <summary>In a diagnostic's properties: what it becomes.</summary>
    public const string NewUnit = "NewUnit";

    /// <summary>Reports a metric's name where it is written.</summary>
    /// <param name="name">The name.</param>
    /// <param name="rule">The rule; the last argument of its message is the advice.</param>
    /// <param name="better">The whole better name, where one is known.</param>
    /// <param name="arguments">The other arguments of the message.</param>
    public void Name(MetricName name, DiagnosticDescriptor rule, string? better, params string[] arguments) =>
        Name(name, rule, better, ImmutableDictionary<string, string?>.Empty, arguments);

    public void Name(
        MetricName name, DiagnosticDescriptor rule, string? better, ImmutableDictionary<string, string?> properties, params string[] arguments) =>
        Text(SpotOf(name), rule, better, better is null ? null : name.Own(better), properties, arguments);

    /// <summary>Reports a name at the literal that holds it.</summary>
    /// <param name="spot">Where the literal stands.</param>
    /// <param name="rule">The rule; the last argument of its message is the advice.</param>
    /// <param name="better">The better name, where one is known.</param>
    /// <param name="literal">What the literal becomes.</param>
    /// <param name="properties">What else the code fix needs.</param>
    /// <param name="arguments">The other arguments of the message.</param>
    public void Text(
        Location? spot,
        DiagnosticDescriptor rule,
        string? better,
        string? literal,
        ImmutableDictionary<string, string?> properties,
        params string[] arguments)
    {
        var advice = better is null ? "choose another name" : $"rename it to '{better}'";
        Report(spot, rule, literal is null ? properties : properties.Add(NewText, literal), [.. arguments, advice]);
    }

    public void Report(Location? spot, DiagnosticDescriptor rule, ImmutableDictionary<string, string?> properties, IEnumerable<string> arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, spot is { IsInSource: true } ? spot : Location.None, properties, [.. arguments]));

    /// <summary>Reports with another severity than the rule's own.</summary>
    public void ReportAs(DiagnosticSeverity severity, Location? spot, DiagnosticDescriptor rule, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(
            rule, spot is { IsInSource: true } ? spot : Location.None, severity, additionalLocations: null, properties: null, arguments));

    /// <summary>Where the metric's name is written.</summary>
    public Location? SpotOf(MetricName name) => name.Metric.Attribute.SpotOfPositional(0, context.CancellationToken);
}
