using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using TypedMetrics.Generators.Cardinality;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.CodeFixes;

/// <summary>
/// MET202: makes a label that takes an HTTP status code as a number one of its class, <c>1xx</c> to <c>5xx</c>, and converts what the
/// solution's calls pass.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StatusClassFixProvider))]
[Shared]
public sealed class StatusClassFixProvider : SolutionFixProvider
{
    private const string StatusClass = "global::" + KnownNames.Namespace + ".StatusClass";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(CardinalityDescriptors.UnboundedType.Id);

    private protected override string Title => "Make the label a StatusClass";

    private protected override async Task<IReadOnlyList<(DocumentId Document, NodeEdit Edit)>> EditsAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ParameterSyntax>() is not { Type: { } type } declaration
            || model?.GetDeclaredSymbol(declaration, cancellation) is not { Type.SpecialType: SpecialType.System_Int32, RefKind: RefKind.None, HasExplicitDefaultValue: false } label
            || !IsStatusCode(label.Name)
            || await GivenValues.FindAsync(label, document.Project.Solution, cancellation).ConfigureAwait(false) is not { } values)
        {
            return [];
        }

        var edits = new List<(DocumentId Document, NodeEdit Edit)> { (document.Id, new(type, static rewritten => Name().WithTriviaFrom(rewritten))) };
        edits.AddRange(values.Select(static value => (value.Document, new NodeEdit(value.Expression, static rewritten => Converted((ExpressionSyntax)rewritten)))));
        return edits;
    }

    private static bool IsStatusCode(string name)
    {
        var words = LabelText.Snake(name).Split('_');
        return !words.Contains("exit") && (words.Contains("status") || (words.Contains("code") && (words.Contains("http") || words.Contains("response"))));
    }

    private static NameSyntax Name() => SyntaxFactory.ParseName(StatusClass).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary><c>StatusClass.From(code)</c>, which takes an <c>HttpStatusCode</c> as it is.</summary>
    private static ExpressionSyntax Converted(ExpressionSyntax value)
    {
        var code = value is CastExpressionSyntax { Type: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.IntKeyword } } cast ? cast.Expression : value;
        var type = SyntaxFactory.ParseExpression(StatusClass).WithAdditionalAnnotations(Simplifier.Annotation);
        var from = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, type, SyntaxFactory.IdentifierName("From"));
        var argument = SyntaxFactory.Argument(code.WithoutTrivia());
        return SyntaxFactory.InvocationExpression(from, SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(argument))).WithTriviaFrom(value);
    }
}
