using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// The initial values of fields and properties that keep them, one table for a compilation. Safe for concurrent use.
/// </summary>
internal sealed class Initializers(Compilation compilation, CancellationToken cancellationToken)
{
    private readonly ConcurrentDictionary<ISymbol, Initializer> _initializers = new(SymbolEqualityComparer.Default);

    /// <summary>The value of a static read-only field or property; <see langword="null"/> where it can change.</summary>
    public Initializer? OfStatic(ISymbol member)
    {
        var (isFixed, type) = member switch
        {
            IFieldSymbol field => (field.IsStatic && (field.IsReadOnly || field.IsConst), field.Type),
            IPropertySymbol property => (IsStaticAuto(property), property.Type),
            _ => (false, null),
        };
        return !isFixed ? null
            : IsScalar(type!) ? Initializer.SingleValue
            : _initializers.GetOrAdd(member, Find);
    }

    /// <summary>The initial value of an instance's read-only field.</summary>
    public Initializer? OfReadOnlyField(ISymbol member) =>
        member is IFieldSymbol { IsStatic: false, IsReadOnly: true } ? _initializers.GetOrAdd(member, Find) : null;

    private static bool IsStaticAuto(IPropertySymbol property)
    {
        if (!property.IsStatic || property.SetMethod is not null)
        {
            return false;
        }

        foreach (var member in property.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsScalar(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String
        || type.IsValueType
        || KnownSources.Types.TryGet(type, out _);

    private Initializer Find(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences.Length != 1)
        {
            return Initializer.Opaque;
        }

        // The declaration can stand in another file than the one under analysis. The engine asks for each field once,
        // and only for those that a label's value or an allow-list comes from.
        var syntax = member.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
#pragma warning disable RS1030
        var model = compilation.GetSemanticModel(syntax.SyntaxTree);
#pragma warning restore RS1030
        foreach (var node in syntax.ChildNodes())
        {
            switch (model.GetOperation(node, cancellationToken))
            {
                case IFieldInitializerOperation field:
                    return Of(ControlFlowGraph.Create(field, cancellationToken));
                case IPropertyInitializerOperation property:
                    return Of(ControlFlowGraph.Create(property, cancellationToken));
            }
        }

        return Initializer.Opaque;
    }

    private static Initializer Of(ControlFlowGraph graph)
    {
        var body = FunctionBody.Of(graph);
        for (var i = graph.Blocks.Length - 1; i >= 0; i--)
        {
            var operations = graph.Blocks[i].Operations;
            for (var j = operations.Length - 1; j >= 0; j--)
            {
                if (operations[j] is ISimpleAssignmentOperation { Target: IMemberReferenceOperation } assignment)
                {
                    return Initializer.Of(body, assignment.Value);
                }
            }
        }

        return Initializer.Opaque;
    }
}
