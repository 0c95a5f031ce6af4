using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>A place that writes to a field or property.</summary>
internal sealed class MemberWrite(FunctionBody body, Definition definition)
{
    public FunctionBody Body { get; } = body;

    public Definition Definition { get; } = definition;

    /// <summary>Whether it belongs to the making of the object: its constructor, an object initializer, <c>with</c>.</summary>
    public bool IsInitial =>
        Definition.Target.Syntax.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax }
        || (Definition.Target is IMemberReferenceOperation { Instance: IInstanceReferenceOperation }
            && Body.Function is null or { MethodKind: MethodKind.Constructor });
}
