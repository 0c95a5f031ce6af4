using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Finds every point of a body at which a variable gets a value.</summary>
internal sealed partial class DefinitionCollector
{
    private readonly FunctionBody _body;
    private readonly List<Definition> _definitions = [];
    private readonly Dictionary<CaptureId, IOperation> _captures = [];
    private readonly Dictionary<ISymbol, Variable> _aliases = new(SymbolEqualityComparer.Default);

    private DefinitionCollector(FunctionBody body) => _body = body;

    public static List<Definition> Collect(FunctionBody body)
    {
        var collector = new DefinitionCollector(body);
        if (!body.IsGraph)
        {
            collector.VisitSource();
            return collector._definitions;
        }

        foreach (var block in body.Graph.Blocks)
        {
            foreach (var operation in body.OperationsOf(block))
            {
                if (MayDefine(operation.Kind))
                {
                    collector.Visit(operation);
                }
            }

            if (body.Function is { ReturnsByRef: true } && block is { BranchValue: { } returned, FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return }
                && collector.VariableOf(returned is IArrayElementReferenceOperation element ? element.ArrayReference : returned) is { } referred)
            {
                collector.Add(referred, DefinitionKind.Referred, returned, null, returned, returned);
            }
        }

        return collector._definitions;
    }

    // To ask for the kind is many times quicker than to ask for one interface after another.
    private static bool MayDefine(OperationKind kind) => kind is
        OperationKind.FlowCapture or OperationKind.SimpleAssignment or OperationKind.CompoundAssignment or OperationKind.CoalesceAssignment
        or OperationKind.DeconstructionAssignment or OperationKind.Increment or OperationKind.Decrement or OperationKind.EventAssignment
        or OperationKind.Invocation or OperationKind.ObjectCreation or OperationKind.IsPattern
        or OperationKind.VariableDeclarator or OperationKind.Loop or OperationKind.CatchClause or OperationKind.SwitchExpressionArm or OperationKind.CaseClause;

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                _captures[capture.Id] = capture.Value;
                Add(new Variable(capture.Id), DefinitionKind.Value, capture.Value, null, capture, capture.Value);
                break;
            case ISimpleAssignmentOperation { IsRef: true, Target: ILocalReferenceOperation alias } assignment when VariableOf(assignment.Value) is { } aliased:
                Assign(assignment.Target, assignment.Value, null, assignment);
                _aliases[alias.Local] = aliased;
                break;
            case ISimpleAssignmentOperation assignment:
                Assign(assignment.Target, assignment.Value, null, assignment);
                break;
            case ICompoundAssignmentOperation assignment when VariableOf(assignment.Target) is { } variable:
                Add(variable, DefinitionKind.Compound, assignment.Value, null, assignment, assignment.Target);
                break;
            case IIncrementOrDecrementOperation step when VariableOf(step.Target) is { } variable:
                Add(variable, DefinitionKind.Step, step, null, step, step.Target);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Assign(deconstruction.Target, deconstruction.Value, null, deconstruction);
                break;
            case IIsPatternOperation test:
                Match(test.Pattern, test.Value, null, test);
                break;
            case IInvocationOperation call:
                AddOutArguments(call, call.Arguments);
                if (call.Arguments.Length > 0 && Additions.Receiver(call) is { } receiver && VariableOf(receiver) is { } mutated)
                {
                    Add(mutated, DefinitionKind.Addition, call, null, call, receiver);
                }

                if (Additions.Buffer(call) is { } buffer && VariableOf(buffer) is { } filled)
                {
                    Add(filled, DefinitionKind.Buffer, call, null, call, buffer);
                }

                Lend(call);

                break;
            case IEventAssignmentOperation { Adds: true } assignment when VariableOf(assignment.EventReference) is { } variable:
                Add(variable, DefinitionKind.Element, assignment.HandlerValue, null, assignment, assignment.EventReference);
                break;
            case IObjectCreationOperation creation:
                AddOutArguments(creation, creation.Arguments);
                break;
        }
    }

    private void Lend(IInvocationOperation call)
    {
        if (call.TargetMethod.DeclaringSyntaxReferences.IsEmpty)
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.None or RefKind.In && Additions.CanBeFilled(argument.Value.Type) && VariableOf(argument.Value) is { } lent)
            {
                Add(lent, DefinitionKind.Lent, argument, null, call, argument.Value);
            }
        }
    }

    private void AddOutArguments(IOperation call, IEnumerable<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref && VariableOf(argument.Value) is { } variable)
            {
                Add(variable, DefinitionKind.Argument, argument, null, call, argument.Value);
            }
        }
    }

    private void Assign(IOperation target, IOperation value, Projection? part, IOperation at)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation { Expression: ITupleOperation tuple }:
                Assign(tuple, value, part, at);
                break;
            case ITupleOperation tuple:
                for (var i = 0; i < tuple.Elements.Length; i++)
                {
                    var element = Deconstruction.Element(part is null ? value.Type : null, i, tuple.Elements.Length);
                    Assign(tuple.Elements[i], value, part?.Then(element) ?? element, at);
                }

                break;
            case IArrayElementReferenceOperation { ArrayReference: var array } when VariableOf(array) is { } variable:
                Add(variable, DefinitionKind.Element, value, part, at, target);
                break;
            case IFlowCaptureReferenceOperation reference
                when _captures.TryGetValue(reference.Id, out var element)
                    && element is IArrayElementReferenceOperation or IInlineArrayAccessOperation or IPropertyReferenceOperation { Arguments.Length: > 0 }:
                Assign(element, value, part, at);
                break;
            case IInlineArrayAccessOperation { Instance: var buffer } when VariableOf(buffer) is { } variable:
                Add(variable, DefinitionKind.Element, value, part, at, target);
                break;
            case IPropertyReferenceOperation { Arguments.Length: > 0, Instance: { } instance } when VariableOf(instance) is { } variable:
                Add(variable, DefinitionKind.Element, value, part, at, target);
                break;
            default:
                if (VariableOf(target) is { } assigned)
                {
                    Add(assigned, DefinitionKind.Value, value, part, at, target);
                }

                if (target is IMemberReferenceOperation { Instance: { } holder and not IInstanceReferenceOperation } && VariableOf(holder) is { } changed)
                {
                    // AsyncLocal<T>.Value and the like: what is written is what the object holds.
                    var isContent = target is IMemberReferenceOperation { Member: var member } && member.OriginalDefinition is IPropertySymbol { Type: ITypeParameterSymbol } or IFieldSymbol { Type: ITypeParameterSymbol };
                    Add(changed, isContent ? DefinitionKind.Element : DefinitionKind.Member, value, part, at, target);
                }

                break;
        }
    }

    private Variable? VariableOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => _aliases.TryGetValue(local.Local, out var aliased) ? aliased : new Variable(local.Local),
        IParameterReferenceOperation parameter => new Variable(parameter.Parameter),
        IDeclarationExpressionOperation declaration => VariableOf(declaration.Expression),
        IConversionOperation conversion => VariableOf(conversion.Operand),
        IFlowCaptureReferenceOperation reference =>
            _captures.TryGetValue(reference.Id, out var captured) && VariableOf(captured) is { } variable
                ? variable
                : new Variable(reference.Id),
        IFieldReferenceOperation { Field.CorrespondingTupleField: null } field => new Variable(field.Field),
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => new Variable(property.Property),
        IEventReferenceOperation @event => new Variable(@event.Event),
        _ => _body.IsGraph ? null : VariableInSource(target),
    };

    private void Add(Variable variable, DefinitionKind kind, IOperation source, Projection? part, IOperation at, IOperation target) =>
        _definitions.Add(new Definition(variable, kind, source, part, _body.PositionOf(at), target));
}
