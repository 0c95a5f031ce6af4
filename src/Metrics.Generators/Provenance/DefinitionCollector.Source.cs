using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// What a graph turns into assignments, in the source's form. A source that is a statement stands for a value of which only the
// graph tells more.
internal sealed partial class DefinitionCollector
{
    private void VisitSource()
    {
        foreach (var operation in _body.SourceOperations)
        {
            if (MayDefine(operation.Kind))
            {
                Visit(operation);
                VisitStatement(operation);
            }
        }
    }

    private void VisitStatement(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None }:
                _body.NeedGraph();
                break;
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                Add(new Variable(declarator.Symbol), DefinitionKind.Value, initializer.Value, null, declarator, declarator);
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var item } } loop:
                Add(new Variable(item), DefinitionKind.Value, HoldsOnly(item, loop) ? loop.Collection : loop, null, loop, loop);
                break;
            case IForEachLoopOperation loop:
                Assign(loop.LoopControlVariable, loop, null, loop);
                break;
            case ICatchClauseOperation { ExceptionDeclarationOrExpression: IVariableDeclaratorOperation caught } clause:
                Add(new Variable(caught.Symbol), DefinitionKind.Value, clause, null, clause, caught);
                break;
            case ICoalesceAssignmentOperation assignment:
                Assign(assignment.Target, assignment.Value, null, assignment);
                break;
            case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm:
                Match(arm.Pattern, choice.Value, null, arm);
                break;
            case IPatternCaseClauseOperation { Parent.Parent: ISwitchOperation choice } clause:
                Match(clause.Pattern, choice.Value, null, clause);
                break;
        }
    }

    // An array, or a framework's collection of one type: what it holds is what was put in.
    private static bool HoldsOnly(ILocalSymbol item, IForEachLoopOperation loop)
    {
        var collection = loop.Collection;
        while (collection is IConversionOperation { OperatorMethod: null } conversion)
        {
            collection = conversion.Operand;
        }

        var element = collection.Type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
            INamedTypeSymbol { TypeArguments: { Length: 1 } arguments, ContainingType: null } type when ValueTypes.IsFramework(type) && !TypeFlow.IsKeyed(type) => arguments[0],
            _ => null,
        };
        return !loop.IsAsynchronous && SymbolEqualityComparer.Default.Equals(element, item.Type);
    }

    private Variable? VariableInSource(IOperation target)
    {
        switch (target)
        {
            case IConditionalAccessInstanceOperation instance:
                return ConditionalAccess.ReceiverOf(instance) is { } receiver ? VariableOf(receiver) : null;
            case IConditionalOperation or ICoalesceOperation or ICoalesceAssignmentOperation or ISwitchExpressionOperation or IConditionalAccessOperation:
                _body.NeedGraph();
                return null;
            default:
                return null;
        }
    }
}
