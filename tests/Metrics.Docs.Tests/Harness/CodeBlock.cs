using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.Docs.Tests.Harness;

/// <summary>A block of C#, taken apart into usings, types and statements.</summary>
internal sealed class CodeBlock
{
    private readonly string _file;
    private readonly Fence _fence;
    private readonly CompilationUnitSyntax _unit;

    public CodeBlock(string file, Fence fence)
    {
        _file = file;
        _fence = fence;
        _unit = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(fence.Text, PageCompilation.Parsing).GetRoot();
    }

    /// <summary>The number of the block's first line; it names the block's method, too.</summary>
    public int Line => _fence.Line;

    public IEnumerable<string> Usings => _unit.Usings.Select(static directive => directive.ToString());

    /// <summary>The names of the types that the block declares, with the number of their type parameters.</summary>
    public IEnumerable<string> TypeNames => Types.Select(NameOf);

    public bool HasStatements => Statements.Any();

    /// <summary>Whether the statements listen on a port, which a test must not take from others.</summary>
    public bool OpensPort => _fence.Text.Contains("MetricsServer.Start", StringComparison.Ordinal) || _fence.Text.Contains("WebApplication", StringComparison.Ordinal);

    /// <summary>The name of the method that the statements are the body of.</summary>
    public string MethodName => string.Create(CultureInfo.InvariantCulture, $"Line{Line}");

    private IEnumerable<MemberDeclarationSyntax> Types => _unit.Members.Where(static member => member is not GlobalStatementSyntax);

    private IEnumerable<GlobalStatementSyntax> Statements => _unit.Members.OfType<GlobalStatementSyntax>();

    /// <summary>The source of a file with this block, its lines numbered as on the page.</summary>
    /// <param name="usings">The usings that the page has had up to here.</param>
    /// <param name="typesOnly">Whether the statements are left out.</param>
    public string Source(IEnumerable<string> usings, bool typesOnly = false)
    {
        var source = new StringBuilder();
        foreach (var directive in usings)
        {
            source.Append(directive).Append('\n');
        }

        // The attributes of a module or assembly stand before any type.
        foreach (var member in _unit.AttributeLists.Cast<SyntaxNode>().Concat(Types))
        {
            Append(source, member);
        }

        if (HasStatements && !typesOnly)
        {
            source.Append(CultureInfo.InvariantCulture, $"#line default\npublic static partial class Page\n{{\npublic static {(Awaits ? "async Task" : "void")} {MethodName}()\n{{\n");
            foreach (var statement in Statements)
            {
                Append(source, statement);
            }

            source.Append("#line default\n}\n}\n");
        }

        return source.ToString();
    }

    private bool Awaits => Statements
        .SelectMany(static statement => statement.DescendantNodesAndTokens(static node => node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax))
        .Any(static part => part.IsKind(SyntaxKind.AwaitKeyword));

    private void Append(StringBuilder source, SyntaxNode part)
    {
        var start = part.SyntaxTree.GetLineSpan(part.FullSpan).StartLinePosition;
        source.Append(CultureInfo.InvariantCulture, $"#line {Line + start.Line} \"{_file}\"\n");
        source.Append(' ', start.Character).Append(part.ToFullString()).Append('\n');
    }

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        TypeDeclarationSyntax type => $"{type.Identifier.ValueText}`{type.TypeParameterList?.Parameters.Count ?? 0}",
        BaseTypeDeclarationSyntax type => $"{type.Identifier.ValueText}`0",
        DelegateDeclarationSyntax type => $"{type.Identifier.ValueText}`{type.TypeParameterList?.Parameters.Count ?? 0}",
        BaseNamespaceDeclarationSyntax space => $"namespace {space.Name}",
        _ => member.ToString(),
    };
}
