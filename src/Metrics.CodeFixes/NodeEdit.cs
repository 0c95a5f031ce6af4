using System;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.CodeFixes;

/// <summary>A change of one node, whatever has changed inside it meanwhile.</summary>
internal sealed class NodeEdit(SyntaxNode node, Func<SyntaxNode, SyntaxNode> rewrite)
{
    public SyntaxNode Node { get; } = node;

    public Func<SyntaxNode, SyntaxNode> Rewrite { get; } = rewrite;
}
