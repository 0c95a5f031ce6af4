using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedMetrics.Analyzers.Tests.Rules;

namespace TypedMetrics.Analyzers.Tests.Harness;

/// <summary>Applies a code fix to sources, as an editor does.</summary>
internal sealed class CodeFixTest(CodeFixProvider provider, params string[] sources)
{
    // A partial member without its generated part.
    private static readonly ImmutableHashSet<string> Incomplete = ["CS8795", "CS9248"];

    /// <summary>Whether the sources may refer to ASP.NET Core.</summary>
    public bool IsAspNetCore { get; init; }

    /// <summary>The titles that are offered for the first diagnostic.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync()
    {
        using var workspace = new AdhocWorkspace();
        var project = Project(workspace);
        var diagnostic = (await DiagnosticsAsync(project)).First();
        return [.. (await ActionsAsync(project, diagnostic)).Select(static action => action.Title)];
    }

    /// <summary>The first source after the fix for its first diagnostic.</summary>
    public async Task<string> FixFirstAsync(string? title = null)
    {
        using var workspace = new AdhocWorkspace();
        var project = Project(workspace);
        var diagnostic = (await DiagnosticsAsync(project)).First();
        var action = (await ActionsAsync(project, diagnostic)).First(action => title is null || action.Title == title);
        return await TextAsync(await ChangedAsync(action, project), 0);
    }

    /// <summary>Whether a fix is offered for the first diagnostic.</summary>
    public async Task<bool> IsOfferedAsync() => (await TitlesAsync()).Count > 0;

    /// <summary>As <see cref="FixAllAsync"/>, and asserts that the result compiles and that nothing is left to fix.</summary>
    public async Task<IReadOnlyList<string>> FixAllCleanlyAsync(string? title = null)
    {
        var fixedSources = await FixAllAsync(title);
        using var workspace = new AdhocWorkspace();
        var project = new CodeFixTest(provider, [.. fixedSources]) { IsAspNetCore = IsAspNetCore }.Project(workspace);
        Assert.Empty((await project.GetCompilationAsync())!.GetDiagnostics()
            .Where(static found => found.Severity == DiagnosticSeverity.Error && !Incomplete.Contains(found.Id)));
        Assert.Empty(await DiagnosticsAsync(project));
        return fixedSources;
    }

    /// <summary>All sources after "fix all" in the solution, starting from the first diagnostic.</summary>
    public async Task<IReadOnlyList<string>> FixAllAsync(string? title = null)
    {
        using var workspace = new AdhocWorkspace();
        var project = Project(workspace);
        var diagnostics = await DiagnosticsAsync(project);
        var action = (await ActionsAsync(project, diagnostics[0])).First(action => title is null || action.Title == title);
        var context = new FixAllContext(
            project.GetDocument(diagnostics[0].Location.SourceTree)!,
            provider,
            FixAllScope.Solution,
            action.EquivalenceKey,
            [diagnostics[0].Id],
            new FoundDiagnostics(this),
            CancellationToken.None);
        var all = await provider.GetFixAllProvider()!.GetFixAsync(context);
        var changed = await ChangedAsync(all!, project);
        return [.. await Task.WhenAll(Enumerable.Range(0, sources.Length).Select(index => TextAsync(changed, index)))];
    }

    private Project Project(AdhocWorkspace workspace)
    {
        var id = ProjectId.CreateNewId();
        var solution = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                id,
                VersionStamp.Default,
                "Shop",
                "Shop",
                LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: new CSharpParseOptions(LanguageVersion.Preview),
                metadataReferences: [.. References.Framework, References.Runtime, .. IsAspNetCore ? References.AspNetCore : []]))
            .AddDocument(DocumentId.CreateNewId(id), "Usings.cs", AnalyzerTest.ImplicitUsings);
        for (var i = 0; i < sources.Length; i++)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), NameOf(i), SourceText.From(sources[i]));
        }

        return solution.GetProject(id)!;
    }

    private async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync();
        var found = await compilation!
            .WithAnalyzers(RuleCatalogue.Analyzers, new AnalyzerOptions([]))
            .GetAnalyzerDiagnosticsAsync();
        return [.. found
            .Where(one => provider.FixableDiagnosticIds.Contains(one.Id))
            .OrderBy(one => project.GetDocument(one.Location.SourceTree)!.Name, StringComparer.Ordinal)
            .ThenBy(static one => one.Location.SourceSpan.Start)];
    }

    private async Task<IReadOnlyList<CodeAction>> ActionsAsync(Project project, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(
            project.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (action, _) => actions.Add(action), CancellationToken.None);
        await provider.RegisterCodeFixesAsync(context);
        return actions;
    }

    private static async Task<Project> ChangedAsync(CodeAction action, Project project)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetProject(project.Id)!;
    }

    private static async Task<string> TextAsync(Project project, int index) =>
        (await project.Documents.Single(document => document.Name == NameOf(index)).GetTextAsync()).ToString();

    private static string NameOf(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Test{index}.cs");

    private sealed class FoundDiagnostics(CodeFixTest test) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await test.DiagnosticsAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await test.DiagnosticsAsync(document.Project)).Where(found => found.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
