using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// Judges expressions by where their values come from: backwards through variables, conversions and the calls that
/// hand a value on, to constants, known sources, parameters, or what nothing is known of. Only what a value is made of
/// counts, never the conditions or functions around it. One judge answers the questions of one outermost body.
/// </summary>
internal sealed partial class ValueJudge
{
    /// <summary>Questions asked before the rest counts as unknown: bounds the time spent on one body.</summary>
    private const int MaximumQuestions = 20_000;

    /// <summary>Expressions within expressions before the rest counts as unknown: bounds the stack.</summary>
    private const int MaximumDepth = 200;

    private readonly Initializers _initializers;
    private readonly Guards _guards;
    private readonly Dictionary<(Definition, Projection?), Judgement> _known = [];
    private readonly Dictionary<(Definition, Projection?), int> _open = [];
    private int _lowestOpen = int.MaxValue;
    private int _questions;
    private int _depth;

    public ValueJudge(Initializers initializers)
    {
        _initializers = initializers;
        _guards = new Guards((body, operation) => Judge(body, operation));
    }

    /// <summary>The judgement of an expression, or of a part of its value.</summary>
    public Judgement Judge(FunctionBody body, IOperation operation, Projection? part = null)
    {
        if (part is null && (operation.ConstantValue.HasValue || ValueTypes.IsBounded(operation.Type)))
        {
            return Judgement.Bounded;
        }

        // A member that the tables know needs no look at the object that it is read from.
        if (part is not null && ReadKnownPart(part, operation.Syntax.GetLocation()) is { } known)
        {
            return known;
        }

        if (_depth >= MaximumDepth || _questions >= MaximumQuestions)
        {
            return Judgement.Unknown;
        }

        _questions++;
        _depth++;
        try
        {
            return JudgeOperation(body, operation, part);
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
        var judgement = Judge(body, operation, part);
        return part is null
            ? OrByType(judgement, KnownSources.Types, operation.Type, operation)
            : judgement;
    }

    private static Judgement OrByType(Judgement judgement, TypeTable types, ITypeSymbol? type, IOperation at) =>
        !judgement.IsBounded && !judgement.IsUnbounded && types.TryGet(ValueTypes.Unwrap(type), out var kind)
            ? Judgement.Of(new Origin(kind, Descriptions.OfTyped(at), at.Syntax.GetLocation()))
            : judgement;

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
            case IFieldReferenceOperation { Instance: { } tuple } field when ElementOf(field.Field) is { } ordinal:
                return Judge(body, tuple, Projection.Element(ordinal, part));
            case IPropertyReferenceOperation { Instance: { } owner, Property.ContainingType.IsAnonymousType: true } property:
                return Judge(body, owner, Projection.Member(property.Property, part));
            case IConversionOperation { OperatorMethod: null } conversion:
                return JudgeConversion(body, conversion, part);
            case IAwaitOperation await:
                return Judge(body, await.Operation, part);
            case ITupleOperation tuple:
                return JudgeTuple(body, tuple, part);
            case IAnonymousObjectCreationOperation anonymous:
                return JudgeAnonymousObject(body, anonymous, part);
            case IInvocationOperation call when FindFunction(body, call) is { } function:
                return JudgeFunction(body, call, function, part);
            default:
                var whole = JudgeWhole(body, operation);
                return part is null ? whole : ReadPart(whole, part, operation.Syntax.GetLocation());
        }
    }

    private Judgement JudgeWhole(FunctionBody body, IOperation operation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation property:
                return UnlessGuarded(body, property, JudgeProperty(body, property));
            case IFieldReferenceOperation field:
                return UnlessGuarded(body, field, ReadMember(body, field.Field, field.Instance, field, null));
            case IInvocationOperation call:
                return JudgeCall(body, call);
            case IObjectCreationOperation creation:
                return JudgeCreation(body, creation);
            case IConversionOperation { OperatorMethod: { } @operator } conversion:
                return ValueTypes.IsFramework(@operator) ? JudgeText(body, conversion.Operand) : Judgement.Unknown;
            case IInterpolatedStringOperation text:
                return JudgeInterpolation(body, text);
            case IBinaryOperation binary:
                return JudgeBinary(body, binary);
            case IUnaryOperation unary:
                return Judge(body, unary.Operand);
            case IIncrementOrDecrementOperation { Target: IMemberReferenceOperation counter }:
                return Judgement.Of(new Origin(OriginKind.Sequence, Descriptions.OfMember(counter.Member), operation.Syntax.GetLocation()));
            case ISimpleAssignmentOperation assignment:
                return Judge(body, assignment.Value);
            case ICompoundAssignmentOperation assignment:
                var both = JudgeText(body, assignment.Target).Join(JudgeText(body, assignment.Value));
                return ValueTypes.IsText(assignment.Type) ? both.Composed() : both;
            default:
                return JudgeContents(body, operation);
        }
    }

    private Judgement JudgeContents(FunctionBody body, IOperation operation)
    {
        switch (operation)
        {
            case IArrayCreationOperation array:
                return array.Initializer is null ? Judgement.Bounded : JoinAll(body, array.Initializer.ElementValues);
            case var collection when LaterOperations.IsCollectionExpression(collection):
                return JoinAll(body, collection.ChildOperations);
            case var spread when LaterOperations.IsSpread(spread):
                return JoinAll(body, spread.ChildOperations);
            case IArrayElementReferenceOperation element:
                return Judge(body, element.ArrayReference);
            case IImplicitIndexerReferenceOperation slice:
                return Judge(body, slice.Instance);
            case IDefaultValueOperation or ITypeOfOperation or INameOfOperation or ISizeOfOperation or IThrowOperation:
                return Judgement.Bounded;
            default:
                return Judgement.Unknown;
        }
    }

    private Judgement JoinAll(FunctionBody body, IEnumerable<IOperation> operations)
    {
        var result = Judgement.Bounded;
        foreach (var operation in operations)
        {
            result = result.Join(JudgeText(body, operation));
        }

        return result;
    }

    private Judgement UnlessGuarded(FunctionBody body, IOperation operation, Judgement judgement)
    {
        if (!judgement.IsUnbounded || AccessPath.Of(body, operation) is not { HasMembers: true } path)
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
