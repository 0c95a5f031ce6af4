using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Calls that put their arguments into the object that they are made on.</summary>
internal static class Additions
{
    /// <summary>The object, where the call adds to one; the first of a chain of such calls.</summary>
    public static IOperation? Receiver(IInvocationOperation call)
    {
        var receiver = Direct(call);
        while (receiver is IInvocationOperation inner && Direct(inner) is { } earlier)
        {
            receiver = earlier;
        }

        // The writer of a channel, a list in a dictionary: what it belongs to is what is filled.
        while (receiver is IPropertyReferenceOperation { Instance: { } owner, Property: var property } && ValueTypes.IsFramework(property))
        {
            receiver = owner;
        }

        return receiver;
    }

    /// <summary>The buffer that a call of the framework writes into, or <see langword="null"/>.</summary>
    public static IOperation? Buffer(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.OriginalDefinition.Type is { Name: "Span" or "Memory", TypeKind: TypeKind.Struct } && ValueTypes.IsFramework(call.TargetMethod)
                && !(call.TargetMethod.IsExtensionMethod && argument.Parameter.Ordinal == 0))
            {
                return argument.Value;
            }
        }

        return null;
    }

    /// <summary>Whether a type is one whose contents a method that it is passed to can change.</summary>
    public static bool CanBeFilled(ITypeSymbol? type) => type?.Name == "StringBuilder" || (type is not null && IsCollection(type));

    /// <summary>The arguments that are added: for an extension method without its receiver.</summary>
    public static int FirstArgument(IInvocationOperation call) => call.Instance is null ? 1 : 0;

    private static IOperation? Direct(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (call.Arguments.IsEmpty)
        {
            return null;
        }

        if (KnownTransfers.Mutators.TryGet(method, out _))
        {
            return call.Instance;
        }

        if (!IsAdding(method.Name) || !ValueTypes.IsFramework(method) || !IsCollection(call.Instance?.Type ?? (method.IsExtensionMethod ? call.Arguments[0].Value.Type : null)))
        {
            return null;
        }

        // An immutable collection stays as it is, and gives out another.
        return call.Instance?.Type is { Name: var name } && name.StartsWith("Immutable", System.StringComparison.Ordinal) && !name.EndsWith("Builder", System.StringComparison.Ordinal)
            ? null
            : call.Instance ?? call.Arguments[0].Value;
    }

    private static bool IsAdding(string name) => name is
        "Add" or "AddRange" or "Insert" or "InsertRange" or "Enqueue" or "EnqueueRange" or "Push" or "PushRange" or "TryAdd" or "TryEnqueue"
            or "AddFirst" or "AddLast" or "AddBefore" or "AddAfter" or "UnionWith" or "SymmetricExceptWith" or "GetOrAdd" or "AddOrUpdate"
            or "TryUpdate" or "TryWrite" or "WriteAsync" or "Fill" or "SetValue" or "Post" or "SendAsync";

    private static bool IsCollection(ITypeSymbol? type)
    {
        if (type is null || type.Name is "TagList" or "ActivityTagsCollection" or "Span")
        {
            return type is not null;
        }

        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.Name is "Collections" or "Channels" or "Dataflow")
            {
                return true;
            }
        }

        return type.TypeKind == TypeKind.Array;
    }
}
