using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Use;

/// <summary>
/// What has the same value in each turn of a loop: constants, read-only fields, label sets made of such, and variables that
/// are declared outside and not assigned inside. What is read through properties or calls is not.
/// </summary>
internal sealed class LoopInvariants(ILoopOperation loop)
{
    private readonly IOperation _root = LocalDefinitions.RootOf(loop);

    public bool Holds(IOperation value) => value switch
    {
        { ConstantValue.HasValue: true } or IInstanceReferenceOperation or IDefaultValueOperation => true,
        IConversionOperation { OperatorMethod: null } conversion => Holds(conversion.Operand),
        IParenthesizedOperation parenthesized => Holds(parenthesized.Operand),
        IConversionOperation { Operand.ConstantValue.HasValue: true } => true,
        ILocalReferenceOperation local => !IsDeclaredInside(local.Local) && local.Local.RefKind == RefKind.None && IsUnchanged(local.Local, local.Type),
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter =>
            !IsDeclaredInside(parameter.Parameter) && IsUnchanged(parameter.Parameter, parameter.Type),
        IFieldReferenceOperation { Field.IsReadOnly: true } field => (field.Instance is null || Holds(field.Instance)) && IsValue(field.Type),
        IObjectCreationOperation { Type: { } type } creation when LabelTypes.IsLabelSet(type) =>
            creation.Arguments.All(argument => Holds(argument.Value))
            && (creation.Initializer is null || creation.Initializer.Initializers.All(one => one is ISimpleAssignmentOperation assignment && Holds(assignment.Value))),
        _ => false,
    };

    private bool IsDeclaredInside(ISymbol variable) =>
        variable.DeclaringSyntaxReferences.Any(declaration => loop.Syntax.Span.Contains(declaration.Span));

    private bool IsUnchanged(ISymbol variable, ITypeSymbol? type) =>
        IsValue(type) && !_root.Descendants().Any(operation => IsReference(operation, variable) && IsChanged(operation) && CanRunInLoop(operation));

    private static bool IsReference(IOperation operation, ISymbol variable) => operation switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, variable),
        _ => false,
    };

    /// <summary>Whether the variable, or a part of it, is assigned or handed out by reference.</summary>
    private static bool IsChanged(IOperation reference)
    {
        var changed = reference;
        while (changed.Parent is IMemberReferenceOperation member && member.Instance == changed)
        {
            changed = member;
        }

        return changed.Parent is { } parent && LocalDefinitions.MayChange(parent, changed);
    }

    /// <summary>Whether the operation stands in the loop, or in a function that may be called there.</summary>
    private bool CanRunInLoop(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current == loop || current is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether nobody else can change what a variable of the type holds, so that only assignments matter.</summary>
    private static bool IsValue(ITypeSymbol? type)
    {
        if (type is null || LabelTypes.IsSpan(type))
        {
            return false;
        }

        var (label, _) = LabelTypes.Unwrap(type);
        return label.IsValueType || label.SpecialType == SpecialType.System_String || !HasSetter(label);
    }

    private static bool HasSetter(ITypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, SetMethod.IsInitOnly: false } or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false, IsReadOnly: false })
                {
                    return true;
                }
            }
        }

        return false;
    }
}
