using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedMetrics.Generators.Cardinality;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.CodeFixes;

/// <summary>
/// MET210, MET211 and MET213: passes something bounded instead, where it is at hand: the name of an exception's type for
/// its text, the route's template for a request's path.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ValueOriginFixProvider))]
[Shared]
public sealed class ValueOriginFixProvider : DocumentFixProvider
{
    private const string TypeName = nameof(ExceptionTypeName);
    private const string Template = nameof(RouteTemplate);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create("MET210", "MET211", "MET213");

    private protected override async Task<IReadOnlyList<Fix>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var fix = KeyOf(diagnostic) switch
        {
            TypeName => new Fix("Pass the exception's type name", TypeName),
            Template => new Fix("Pass the route template", Template),
            _ => default,
        };
        return fix.Key is { } key && (await EditsAsync(document, diagnostic, key, cancellation).ConfigureAwait(false)).Count > 0 ? [fix] : [];
    }

    private protected override async Task<IReadOnlyList<NodeEdit>> EditsAsync(
        Document document, Diagnostic diagnostic, string key, CancellationToken cancellation)
    {
        if (KeyOf(diagnostic) != key || await OriginSite.FindAsync(document, diagnostic, cancellation).ConfigureAwait(false) is not { } site)
        {
            return [];
        }

        return key == Template ? RouteTemplate.Of(site, cancellation)
            : ExceptionTypeName.Of(site, cancellation) is { } edit ? [edit]
            : [];
    }

    private static string? KeyOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(OriginReport.KindProperty, out var kind)
            ? kind switch
            {
                nameof(OriginKind.ExceptionText) => TypeName,
                nameof(OriginKind.RequestPath) or nameof(OriginKind.RouteValue) => Template,
                _ => null,
            }
            : null;
}
