using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.CodeFixes;

/// <summary>The expressions that a solution gives to a label which a parameter declares.</summary>
internal static class GivenValues
{
    /// <summary>All of them; <see langword="null"/> where the label is used in a way that a change of its type would break.</summary>
    public static async Task<IReadOnlyList<(DocumentId Document, ExpressionSyntax Expression)>?> FindAsync(
        IParameterSymbol label, Solution solution, CancellationToken cancellation)
    {
        var values = new List<(DocumentId Document, ExpressionSyntax Expression)>();
        foreach (var carrier in Carriers(label))
        {
            foreach (var reference in (await SymbolFinder.FindReferencesAsync(carrier, solution, cancellation).ConfigureAwait(false)).SelectMany(static found => found.Locations))
            {
                var model = await reference.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
                var root = await reference.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
                var node = root?.FindNode(reference.Location.SourceSpan, getInnermostNodeForTie: true);
                var (isKnown, value) = model is null ? (false, null) : Value(node, carrier, label, model, cancellation);
                if (!isKnown)
                {
                    return null;
                }

                if (value is not null)
                {
                    values.Add((reference.Document.Id, value));
                }
            }
        }

        return values;
    }

    /// <summary>The metric's method, or a record's constructor and property.</summary>
    private static IEnumerable<ISymbol> Carriers(IParameterSymbol label)
    {
        yield return label.ContainingSymbol;
        if (label.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var type })
        {
            foreach (var property in type.GetMembers(label.Name).OfType<IPropertySymbol>())
            {
                yield return property;
            }
        }
    }

    /// <summary>The expression that a reference gives to the label, if any, and whether the reference is one that is understood.</summary>
    private static (bool IsKnown, ExpressionSyntax? Value) Value(
        SyntaxNode? node, ISymbol carrier, IParameterSymbol label, SemanticModel model, CancellationToken cancellation)
    {
        for (; node is not null and not StatementSyntax; node = node.Parent)
        {
            switch (model.GetOperation(node, cancellation))
            {
                case INameOfOperation:
                    return (true, null);
                case IInvocationOperation call when IsSame(call.TargetMethod, carrier):
                    return Argument(call.Arguments, label);
                case IObjectCreationOperation creation when IsSame(creation.Constructor, carrier):
                    return Argument(creation.Arguments, label);
                case IMemberReferenceOperation { Parent: ISimpleAssignmentOperation assignment } member when IsSame(member.Member, carrier) && assignment.Target == member:
                    return (assignment.Syntax as AssignmentExpressionSyntax)?.Right is { } value ? (true, value) : (false, null);
                case IMethodReferenceOperation or IMemberReferenceOperation:
                    return (false, null);
            }
        }

        // Outside of operations a type is named only: a constructor's reference in a declaration's type.
        return (carrier is IMethodSymbol { MethodKind: MethodKind.Constructor }, null);
    }

    private static (bool IsKnown, ExpressionSyntax? Value) Argument(IEnumerable<IArgumentOperation> arguments, IParameterSymbol label) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == label.Name)?.Syntax is ArgumentSyntax argument
            ? (true, argument.Expression)
            : (false, null);

    private static bool IsSame(ISymbol? left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left?.OriginalDefinition, right.OriginalDefinition);
}
