using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Use;

/// <summary>What is assigned to a local, in the source's form of a function, without a control-flow graph.</summary>
internal static class LocalDefinitions
{
    /// <summary>
    /// The values that a local can have where it is read; none where anything but plain assignments changes it.
    /// </summary>
    public static ImmutableArray<IOperation> Reaching(ILocalReferenceOperation use)
    {
        var definitions = All(use.Local, RootOf(use));
        return definitions.Length < 2 ? definitions : definitions.RemoveAll(definition => !Reaches(definition, use));
    }

    /// <summary>All values that a function assigns to a local; none where anything but plain assignments changes it.</summary>
    public static ImmutableArray<IOperation> All(ILocalSymbol local, IOperation root)
    {
        if (local.RefKind != RefKind.None)
        {
            return ImmutableArray<IOperation>.Empty;
        }

        var values = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when IsSame(declarator.Symbol, local):
                    if (declarator.GetVariableInitializer() is { } initializer)
                    {
                        values.Add(initializer.Value);
                    }

                    break;
                case ILocalReferenceOperation reference when IsSame(reference.Local, local):
                    switch (reference.Parent)
                    {
                        case ISimpleAssignmentOperation { IsRef: false } assignment when assignment.Target == reference:
                            values.Add(assignment.Value);
                            break;
                        case { } parent when MayChange(parent, reference):
                            return ImmutableArray<IOperation>.Empty;
                    }

                    break;
            }
        }

        return values.ToImmutable();
    }

    /// <summary>The method's, initializer's or attribute's operation that an operation stands in.</summary>
    public static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>Whether the operation gives a variable, named by its operand, another value in a way that is not followed.</summary>
    public static bool MayChange(IOperation parent, IOperation operand) => parent switch
    {
        IAssignmentOperation assignment => assignment.Target == operand,
        IIncrementOrDecrementOperation or IAddressOfOperation or IDeclarationExpressionOperation => true,
        ITupleOperation tuple => tuple.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == tuple,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        _ => false,
    };

    /// <summary>Whether a value can still be there at the use: whether the statements in between do not always assign another.</summary>
    private static bool Reaches(IOperation definition, ILocalReferenceOperation use)
    {
        if (use.SemanticModel is not { } model)
        {
            return false;
        }

        foreach (var block in definition.Syntax.Ancestors())
        {
            var statements = block switch
            {
                BlockSyntax body => body.Statements,
                SwitchSectionSyntax section => section.Statements,
                _ => default,
            };
            var after = IndexOf(statements, definition.Syntax);
            var last = IndexOf(statements, use.Syntax);
            if (after < 0 || last < 0)
            {
                continue;
            }

            if (after == last || IsInNestedFunction(use.Syntax, statements[last]))
            {
                return true;
            }

            if (after > last)
            {
                return IsRepeated(block, use.Local);
            }

            return model.AnalyzeDataFlow(statements[after + 1], statements[last]) is { Succeeded: true } flow
                && flow.DataFlowsIn.Any(symbol => IsSame(symbol, use.Local));
        }

        return false;
    }

    private static bool IsInNestedFunction(SyntaxNode node, SyntaxNode within) =>
        node.Ancestors().TakeWhile(ancestor => ancestor != within).Any(static ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    /// <summary>Whether a loop around the block keeps the local from one turn to the next.</summary>
    private static bool IsRepeated(SyntaxNode block, ILocalSymbol local) => block.Ancestors().Any(ancestor =>
        ancestor is CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax
        && local.DeclaringSyntaxReferences.All(declaration => !ancestor.Span.Contains(declaration.Span)));

    private static int IndexOf(SyntaxList<StatementSyntax> statements, SyntaxNode node) =>
        statements.IndexOf(statement => statement.Span.Contains(node.Span));

    private static bool IsSame(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
