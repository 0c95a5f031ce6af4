using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// Judges expressions by where their values come from: backwards through variables, conversions and the calls that
/// hand a value on, to constants, known sources, parameters, or what nothing is known of. Only what a value is made of
/// counts, never the conditions or functions around it. One judge answers the questions of one outermost body; what
/// it finds out for good is shared by way of the <see cref="Program"/>.
/// </summary>
internal sealed partial class ValueJudge
{
    /// <summary>Expressions judged for one use before the rest counts as unknown: bounds the time.</summary>
    private const int MaximumQuestions = 3_000;

    /// <summary>Expressions within expressions before the rest counts as unknown: bounds the stack.</summary>
    private const int MaximumDepth = 250;

    /// <summary>Parts within parts before the rest counts as unknown: bounds lists that refer to themselves.</summary>
    private const int MaximumParts = 6;

    private readonly Program _program;
    private readonly Guards _guards;
    private int _questions;
    private int _depth;

    public ValueJudge(Program program)
    {
        _program = program;
        _guards = new Guards((body, operation, part) => Judge(body, operation, part), Proves, ProvesAny);
    }

    /// <summary>The judgement of a value that is given to a label, with what callers pass for parameters.</summary>
    public Judgement JudgeUse(FunctionBody body, IOperation operation, Projection? part)
    {
        _questions = 0;
        EndProvisional(0, keep: false);
        return Resolve(JudgeText(body, operation, part));
    }

    /// <summary>The judgement of an expression, or of a part of its value.</summary>
    public Judgement Judge(FunctionBody body, IOperation operation, Projection? part = null)
    {
        if (operation.ConstantValue.HasValue || (part is null && (ValueTypes.IsBounded(operation.Type) || _program.Statements.Of(ValueTypes.Unwrap(operation.Type)) == true)))
        {
            return Judgement.Bounded;
        }

        // A member that the tables know needs no look at the object that it is read from.
        if (part is not null && ReadKnownPart(part, operation.Syntax.GetLocation()) is { } known)
        {
            return known;
        }

        if (_depth >= MaximumDepth || _questions >= MaximumQuestions || part is { Depth: > MaximumParts } || !HasStack())
        {
            _isCut = true;
            return Judgement.Unknown;
        }

        _questions++;
        _depth++;
        try
        {
            var judgement = JudgeOperation(body, operation, part);

            // An enum has few values, unless a number without bound was made one.
            return part is null && ValueTypes.IsEnum(operation.Type) ? judgement.WithoutUnknown() : judgement;
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>
    /// The judgement of an expression whose value is turned into text: where nothing is known of its origin, a type
    /// without bound is one.
    /// </summary>
    public Judgement JudgeText(FunctionBody body, IOperation operation, Projection? part = null)
    {
        if (part is not null)
        {
            return Judge(body, operation, part);
        }

        var judgement = OwnText(body, operation) ?? OrByType(Judge(body, operation), KnownSources.Types, operation.Type, operation);
        return !judgement.IsBounded && !judgement.IsUnbounded && _program.Statements.Of(ValueTypes.Unwrap(operation.Type)) == false
            ? judgement.Or(new Origin(OriginKind.Declared, Descriptions.OfTyped(operation), operation.Syntax.GetLocation()))
            : judgement;
    }

    private static Judgement OrByType(Judgement judgement, TypeTable types, ITypeSymbol? type, IOperation at) =>
        !judgement.IsBounded && !judgement.IsUnbounded && types.TryGet(ValueTypes.Unwrap(type), out var kind)
            ? judgement.Or(new Origin(kind, Descriptions.OfTyped(at), at.Syntax.GetLocation()))
            : judgement;

    /// <summary>Whether a static field is written that is one value in the life of the process.</summary>
    private bool IsFilledOnce(FunctionBody body, IOperation target) => target switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true } field } => _program.IsFilledOnce(field),
        IFlowCaptureReferenceOperation capture => AccessPath.FirstSource(body, new Variable(capture.Id)) is IFieldReferenceOperation field && IsFilledOnce(body, field),
        _ => false,
    };

    private static bool HasStack()
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (System.InsufficientExecutionStackException)
        {
            return false;
        }
    }

    private Judgement JudgeOperation(FunctionBody body, IOperation operation, Projection? part)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return Read(body, new Variable(local.Local), operation, part);
            case IParameterReferenceOperation parameter:
                return Read(body, new Variable(parameter.Parameter), operation, part);
            case IFlowCaptureReferenceOperation capture:
                return Read(body, new Variable(capture.Id), operation, part);
            case IInstanceReferenceOperation { Type: { } type }:
                return Judgement.Of(type.OriginalDefinition, part);
            case IFieldReferenceOperation { Instance: { } tuple } field when ElementOf(field.Field) is { } ordinal:
                return Judge(body, tuple, Projection.Element(ordinal, part));
            case IPropertyReferenceOperation { Instance: { } owner, Property.ContainingType.IsAnonymousType: true } property:
                return Judge(body, owner, Projection.Member(property.Property, part));
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member:
                return UnlessGuarded(body, member, ReadMember(body, member, part));
            case IConversionOperation conversion:
                return JudgeConversion(body, conversion, part);
            case IAwaitOperation await:
                return JudgeAwaiter(body, await, part) ?? Judge(body, await.Operation, part);
            case ISimpleAssignmentOperation assignment:
                return part is null && IsFilledOnce(body, assignment.Target) ? Judgement.Bounded : Judge(body, assignment.Value, part);
            case ITupleOperation tuple:
                return JudgeTuple(body, tuple, part);
            case IAnonymousObjectCreationOperation anonymous:
                return JudgeAnonymousObject(body, anonymous, part);
            case IInvocationOperation call:
                return JudgeCall(body, call, part);
            case IObjectCreationOperation creation:
                return JudgeCreation(body, creation, part);
            case ITranslatedQueryOperation query:
                return Judge(body, query.Operation, part);
            case IDelegateCreationOperation creation:
                return Judge(body, creation.Target, part);
            case IFlowAnonymousFunctionOperation or IMethodReferenceOperation:
                return JudgeFunctionValue(body, operation, part);
            default:
                return body.IsGraph || JudgeBranches(body, operation, part) is not { } branches ? JudgeContents(body, operation, part) : branches;
        }
    }

    private Judgement JudgeContents(FunctionBody body, IOperation operation, Projection? part)
    {
        switch (operation)
        {
            case IArrayCreationOperation array:
                return array.Initializer is null ? Judgement.Bounded : JoinAll(body, array.Initializer.ElementValues, part);
            case var collection when LaterOperations.IsCollectionExpression(collection):
                return JoinAll(body, collection.ChildOperations, part);
            case var spread when LaterOperations.IsSpread(spread):
                return JoinAll(body, spread.ChildOperations, part);
            case IArrayElementReferenceOperation element:
                return Judge(body, element.ArrayReference, part);
            case IImplicitIndexerReferenceOperation slice:
                return Judge(body, slice.Instance, part);
            case IDefaultValueOperation or IUtf8StringOperation or ITypeOfOperation or INameOfOperation or ISizeOfOperation or IThrowOperation:
                return Judgement.Bounded;
            default:
                var whole = JudgeComputed(body, operation);
                return part is null ? whole : ReadPart(whole, part, operation.Syntax.GetLocation());
        }
    }

    private Judgement JudgeComputed(FunctionBody body, IOperation operation)
    {
        switch (operation)
        {
            case IInterpolatedStringOperation text:
                return JudgeInterpolation(body, text);
            case IBinaryOperation binary:
                return JudgeBinary(body, binary);
            case IUnaryOperation unary:
                return unary.OperatorMethod is { } @operator && _program.IsSource(@operator)
                    ? JudgeOperator(body, @operator, unary, null, unary.Operand)
                    : Judge(body, unary.Operand);
            case IIncrementOrDecrementOperation { Target: IMemberReferenceOperation counter }:
                return Judgement.Of(new Origin(OriginKind.Sequence, Descriptions.OfMember(counter.Member), operation.Syntax.GetLocation()));
            case ICompoundAssignmentOperation { Target: IMemberReferenceOperation } assignment:
                var added = JudgeText(body, assignment.Value);
                return ValueTypes.IsText(assignment.Type) ? added.Composed() : added;
            case ICompoundAssignmentOperation assignment:
                var both = JudgeText(body, assignment.Target).Join(JudgeText(body, assignment.Value));
                return ValueTypes.IsText(assignment.Type) ? both.Composed() : both;
            default:
                body.NeedGraph();
                return Judgement.Unknown;
        }
    }

    private Judgement JoinAll(FunctionBody body, IEnumerable<IOperation> operations, Projection? part = null)
    {
        var result = Judgement.Bounded;
        foreach (var operation in operations)
        {
            result = result.Join(JudgeText(body, operation, part));
        }

        return result;
    }

    private Judgement UnlessGuarded(FunctionBody body, IOperation operation, Judgement judgement)
    {
        if (judgement.IsBounded || !body.IsGraph || AccessPath.Of(body, operation) is not { HasMembers: true } path)
        {
            return judgement;
        }

        return Trace(body, body.PositionOf(operation), path);

        Judgement Trace(FunctionBody within, Position from, AccessPath about) =>
            new Flow(within, about.Root, ImmutableArray.Create(about), _guards).Trace(
                from,
                _ => judgement,
                () => within.Parent is { } parent && within.IsLambda ? Trace(parent, within.Creation, about) : judgement);
    }
}
