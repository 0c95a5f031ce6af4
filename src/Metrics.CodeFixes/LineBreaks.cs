using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedMetrics.CodeFixes;

/// <summary>The line breaks that a file has already.</summary>
internal static class LineBreaks
{
    public static SyntaxTrivia Of(SyntaxTree tree) =>
        tree.GetText().Lines is { Count: > 1 } lines && lines[0].EndIncludingLineBreak - lines[0].End == 2
            ? SyntaxFactory.CarriageReturnLineFeed
            : SyntaxFactory.LineFeed;
}
