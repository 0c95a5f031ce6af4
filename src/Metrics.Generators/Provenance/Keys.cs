using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Keys of dictionaries that can be told from one another.</summary>
internal static class Keys
{
    /// <summary>What stands for a key: a constant, a type, or a static member that keeps its object; <see langword="null"/> where it cannot be told.</summary>
    public static object? Of(IOperation key) => key switch
    {
        { ConstantValue: { HasValue: true, Value: { } constant } } => constant,
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => field.OriginalDefinition,
        ITypeOfOperation type => type.TypeOperand,
        _ => null,
    };

    /// <summary>Whether two keys are known to be different: constants are; two members can hold the same text.</summary>
    public static bool AreDifferent(object asked, IOperation key) =>
        asked is not ISymbol && Of(key) is { } written and not ISymbol && !asked.Equals(written);

    /// <summary>Whether two keys are known to be the same.</summary>
    public static bool AreSame(object asked, IOperation key) => Of(key) is { } written && asked.Equals(written);
}
