using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>A place that writes to a field or property.</summary>
internal sealed class MemberWrite(FunctionBody body, Definition definition)
{
    public FunctionBody Body { get; } = body;

    public Definition Definition { get; } = definition;

    /// <summary>Whether it is written only as long as it is <see langword="null"/>: by <c>??=</c>, or by what the framework has for that.</summary>
    public bool IsWhereNull =>
        Definition.Target.Syntax.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression }
        || (Definition.Kind == DefinitionKind.Argument && Definition.Source.Parent is IInvocationOperation { TargetMethod: var method, Arguments: var arguments }
            && (method is { Name: "EnsureInitialized", ContainingType.Name: "LazyInitializer" }
                || (method is { Name: "CompareExchange", ContainingType.Name: "Interlocked" } && arguments[arguments.Length - 1].Value.ConstantValue is { HasValue: true, Value: null })))
        || Definition.Target.Syntax.Ancestors().OfType<IfStatementSyntax>().Any(IsNullTest);

    private bool IsNullTest(IfStatementSyntax test) => test.Condition switch
    {
        IsPatternExpressionSyntax { Expression: var tested, Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } => IsSame(tested),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: var tested, Right.RawKind: (int)SyntaxKind.NullLiteralExpression } => IsSame(tested),
        _ => false,
    } && test.Statement.Span.Contains(Definition.Target.Syntax.Span);

    private bool IsSame(ExpressionSyntax tested) => tested.IsEquivalentTo(Definition.Target.Syntax, topLevel: false);

    /// <summary>Whether it belongs to the making of the object: its constructor, an object initializer, <c>with</c>.</summary>
    public bool IsInitial =>
        Definition.Target.Syntax.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: not AssignmentExpressionSyntax } }
        || (Definition.Target is IMemberReferenceOperation { Instance: IInstanceReferenceOperation }
            && Body.Function is null or { MethodKind: MethodKind.Constructor });
}
