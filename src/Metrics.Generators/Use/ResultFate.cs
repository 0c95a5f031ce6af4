using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Use;

/// <summary>What becomes of an expression's value.</summary>
internal static class ResultFate
{
    /// <summary>Whether nothing reads the value: it is a statement, discarded, or kept in a local that nothing reads.</summary>
    public static bool IsDropped(IOperation value)
    {
        var parent = value.Parent;
        switch (parent)
        {
            case IExpressionStatementOperation:
                return true;
            case IConversionOperation or IParenthesizedOperation or IConditionalOperation { WhenFalse: not null } or ICoalesceOperation
                when parent is not IConditionalOperation conditional || conditional.Condition != value:
                return IsDropped(parent);
            case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                return IsDropped(parent);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local, IsRef: false } assignment when assignment.Value == value:
                return parent.Parent is IExpressionStatementOperation && !IsRead(local.Local, value);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return declarator.Symbol.RefKind == RefKind.None && !IsInUsing(declarator) && !IsRead(declarator.Symbol, value);
            default:
                return false;
        }
    }

    private static bool IsInUsing(IOperation declarator)
    {
        var parent = declarator.Parent;
        while (parent is IVariableDeclarationOperation or IVariableDeclarationGroupOperation)
        {
            parent = parent.Parent;
        }

        return parent is IUsingOperation or IUsingDeclarationOperation;
    }

    private static bool IsRead(ILocalSymbol local, IOperation within)
    {
        foreach (var operation in LocalDefinitions.RootOf(within).Descendants())
        {
            if (operation is ILocalReferenceOperation reference
                && SymbolEqualityComparer.Default.Equals(reference.Local, local)
                && !(reference.Parent is ISimpleAssignmentOperation assignment && IsWriteOnly(assignment, reference)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the local is only written, or copied into a discard.</summary>
    private static bool IsWriteOnly(ISimpleAssignmentOperation assignment, ILocalReferenceOperation reference) =>
        assignment.Parent is IExpressionStatementOperation && (assignment.Target == reference || assignment.Target is IDiscardOperation);
}
