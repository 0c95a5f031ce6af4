using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.CodeFixes;

/// <summary>A change of one node, whatever has changed inside it meanwhile.</summary>
internal sealed class NodeEdit(SyntaxNode node, Func<SyntaxNode, SyntaxNode> rewrite)
{
    public SyntaxNode Node { get; } = node;

    public Func<SyntaxNode, SyntaxNode> Rewrite { get; } = rewrite;

    /// <summary>The tree after all edits; of several of one node the last one counts.</summary>
    public static SyntaxNode Apply(SyntaxNode root, IEnumerable<NodeEdit> edits)
    {
        var byNode = new Dictionary<SyntaxNode, NodeEdit>();
        foreach (var edit in edits)
        {
            byNode[edit.Node] = edit;
        }

        return root.ReplaceNodes(byNode.Keys.ToList(), (original, rewritten) => byNode[original].Rewrite(rewritten));
    }
}
