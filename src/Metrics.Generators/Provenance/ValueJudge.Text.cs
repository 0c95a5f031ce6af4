using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// Text put together, conversions and arithmetic.
internal sealed partial class ValueJudge
{
    private Judgement JudgeInterpolation(FunctionBody body, IInterpolatedStringOperation text)
    {
        var result = Judgement.Bounded;
        foreach (var part in text.Parts)
        {
            result = result.Join(part switch
            {
                IInterpolationOperation hole when IsCoarse(hole.Expression, hole.FormatString) => Judgement.Bounded,
                IInterpolationOperation hole => JudgeText(body, hole.Expression),
                _ => Judgement.Bounded,
            });
        }

        return result.Composed();
    }

    private static bool IsCoarse(IOperation moment, IOperation? format) =>
        DateFormats.IsMoment(moment.Type)
        && format?.ConstantValue.Value is string text
        && DateFormats.IsCoarse(text.TrimStart(':'));

    private Judgement JudgeConversion(FunctionBody body, IConversionOperation conversion, Projection? part)
    {
        if (conversion.OperatorMethod is { } @operator)
        {
            return _program.IsSource(@operator.OriginalDefinition) ? JudgeOperator(body, @operator, conversion, part, conversion.Operand)
                : ValueTypes.IsFramework(@operator) ? JudgeText(body, conversion.Operand, part)
                : Judgement.Unknown;
        }

        // Where the static type is lost, what it says must be kept now.
        return conversion.Type is { IsReferenceType: true }
            ? JudgeText(body, conversion.Operand, part)
            : Judge(body, conversion.Operand, part);
    }

    private Judgement JudgeBinary(FunctionBody body, IBinaryOperation binary)
    {
        if (ValueTypes.IsText(binary.Type))
        {
            return JudgeText(body, binary.LeftOperand).Join(JudgeText(body, binary.RightOperand)).Composed();
        }

        if (binary.OperatorMethod is { } @operator && _program.IsSource(@operator.OriginalDefinition))
        {
            return JudgeOperator(body, @operator, binary, null, binary.LeftOperand, binary.RightOperand);
        }

        // A remainder by a constant, or a mask, leaves few values.
        if ((binary.OperatorKind is BinaryOperatorKind.Remainder && Judge(body, binary.RightOperand).IsBounded)
            || (binary.OperatorKind is BinaryOperatorKind.And && (binary.RightOperand.ConstantValue.HasValue || binary.LeftOperand.ConstantValue.HasValue)))
        {
            return Judgement.Bounded;
        }

        return binary.OperatorMethod is { } foreign && !ValueTypes.IsFramework(foreign)
            ? Judgement.Unknown
            : Judge(body, binary.LeftOperand).Join(Judge(body, binary.RightOperand));
    }

    /// <summary>An operator or conversion that this compilation declares.</summary>
    private Judgement JudgeOperator(FunctionBody body, IMethodSymbol @operator, IOperation at, Projection? part, params IOperation[] operands)
    {
        var step = new Step(@operator.ContainingType.Name, at.Syntax.GetLocation());
        return Returned(@operator, part).Substitute(input =>
            input.Parameter is { } parameter && IsSame(parameter.ContainingSymbol, @operator.OriginalDefinition)
                ? JudgeText(body, operands[parameter.Ordinal], input.Part).Through(step)
                : null);
    }

    /// <summary>What is stated of a type's texts, or what the members of a record make of them.</summary>
    private Judgement? StatedText(FunctionBody body, IOperation operation) =>
        ValueTypes.Unwrap(operation.Type) is not INamedTypeSymbol type ? null
        : _program.Statements.Of(type) is { } isBounded
            ? isBounded ? Judgement.Bounded : Judgement.Of(new Origin(OriginKind.Declared, Descriptions.OfTyped(operation), operation.Syntax.GetLocation()))
        : type.IsRecord && _program.TextOf(type) is null ? OwnText(body, operation)
        : null;

    /// <summary>The text of an object of the project's own types: what its <c>ToString</c> returns, or a record's members.</summary>
    private Judgement? OwnText(FunctionBody body, IOperation operation)
    {
        if (ValueTypes.Unwrap(operation.Type) is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type
            || !_program.IsSource(type.OriginalDefinition) || _program.Statements.Of(type) is not null)
        {
            return null;
        }

        if (_program.TextOf(type) is { } toString)
        {
            return JudgeOwnCall(body, toString, operation, NoArguments, operation, null);
        }

        return type.IsRecord ? RecordText(body, operation, type.OriginalDefinition) : null;
    }

    private Judgement RecordText(FunctionBody body, IOperation operation, INamedTypeSymbol type)
    {
        var result = Judgement.Bounded;
        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsIndexer: false } property)
            {
                var part = Judge(body, operation, Projection.Member(property, null));
                result = result.Join(KnownSources.Types.TryGet(ValueTypes.Unwrap(property.Type), out var kind)
                    ? part.Or(new Origin(kind, Descriptions.OfMember(property), operation.Syntax.GetLocation()))
                    : ValueTypes.IsEnum(property.Type) || ValueTypes.IsBounded(property.Type) ? part.WithoutUnknown() : part);
            }
        }

        return result.Composed();
    }
}
