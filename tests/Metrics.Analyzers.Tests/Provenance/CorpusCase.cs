using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.Analyzers.Tests.Provenance;

/// <summary>A labelled case of the corpus: code that gives a value to an open label.</summary>
/// <param name="Verdict">What is true of the value.</param>
/// <param name="Ids">The ids of which one must be reported, with nothing else; empty where the case leaves it open.</param>
/// <param name="Origin">The kind of origin that must be named; <see langword="null"/> where the case leaves it open.</param>
/// <param name="Reports">How many reports a bad case must give.</param>
/// <param name="Title">What the case shows.</param>
/// <param name="Files">Its sources, by name, each in the case's own namespace.</param>
internal sealed record CorpusCase(
    Verdict Verdict, ImmutableArray<string> Ids, string? Origin, int Reports, string Title, ImmutableArray<(string Name, string Text)> Files)
{
    /// <summary>Whether the case must be told by the name of what it passes alone.</summary>
    public bool IsByName => Ids is ["MET212"];

    /// <summary>Whether the code stands in several files, or in several methods or accessors; lambdas are not counted.</summary>
    public bool IsAcrossMethods => Files.Length > 1 || Files.Sum(static file => Bodies(file.Text)) > 1;

    /// <summary>A class with the statements in a method. All such cases can use the same parameters.</summary>
    public static string Wrap(string statements, string members) => $$"""
        static class Sample
        {
            {{members}}
            static async Task Run(
                HttpContext context, HttpRequest request, string text, int number, Guid id, Exception exception, Order order,
                List<string> texts, Dictionary<string, string> map, Uri uri, DateTime moment, Stream stream, CancellationToken cancel)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """;

    private static int Bodies(string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot().DescendantNodes().Count(static node =>
            node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax });
}
