using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>A call, a creation, or the mention of a method as a delegate.</summary>
/// <param name="body">The body that it stands in.</param>
/// <param name="operation">The operation of that body.</param>
/// <param name="target">What is called.</param>
/// <param name="arguments">What is passed; nothing where a method is only mentioned.</param>
internal sealed class CallSite(FunctionBody body, IOperation operation, IMethodSymbol target, ImmutableArray<IArgumentOperation> arguments)
{
    public FunctionBody Body { get; } = body;

    public IOperation Operation { get; } = operation;

    public IMethodSymbol Target { get; } = target;

    public ImmutableArray<IArgumentOperation> Arguments { get; } = arguments;

    public bool IsMention => Operation is IMethodReferenceOperation;
}
