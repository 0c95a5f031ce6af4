using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// Operations that have types of their own only in later versions of the compiler's interface than the oldest that we
/// are built against. Older compilers give an operation without kind; what it is made of are its children either way.
/// </summary>
internal static class LaterOperations
{
    /// <summary>The kind of <c>ICollectionExpressionOperation</c>, also of arguments that are collected for <c>params</c>.</summary>
    public const OperationKind CollectionExpression = (OperationKind)0x7f;

    /// <summary>The kind of <c>ISpreadOperation</c>.</summary>
    public const OperationKind Spread = (OperationKind)0x80;

    public static bool IsCollectionExpression(IOperation operation) =>
        operation.Kind == CollectionExpression || operation is { Kind: OperationKind.None, Syntax: CollectionExpressionSyntax };

    public static bool IsSpread(IOperation operation) =>
        operation.Kind == Spread || operation is { Kind: OperationKind.None, Syntax: SpreadElementSyntax };
}
