using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Finds every point of a body at which a variable gets a value.</summary>
internal sealed class DefinitionCollector
{
    private readonly FunctionBody _body;
    private readonly List<Definition> _definitions = [];
    private readonly Dictionary<CaptureId, IOperation> _captures = [];

    private DefinitionCollector(FunctionBody body) => _body = body;

    public static List<Definition> Collect(FunctionBody body)
    {
        var collector = new DefinitionCollector(body);
        foreach (var block in body.Graph.Blocks)
        {
            foreach (var operation in body.OperationsOf(block))
            {
                collector.Visit(operation);
            }
        }

        return collector._definitions;
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                _captures[capture.Id] = capture.Value;
                Add(new Variable(capture.Id), DefinitionKind.Value, capture.Value, null, capture, capture.Value);
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
                if (call.Arguments.Length > 0 && KnownTransfers.Mutators.TryGet(call.TargetMethod, out _)
                    && MutatedVariable(call) is { } mutated)
                {
                    Add(mutated, DefinitionKind.Addition, call, null, call, call);
                }

                break;
            case IObjectCreationOperation creation:
                AddOutArguments(creation, creation.Arguments);
                break;
        }
    }

    private void AddOutArguments(IOperation call, IEnumerable<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.RefKind == RefKind.Out && VariableOf(argument.Value) is { } variable)
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
                    var element = Projection.Element(i, null);
                    Assign(tuple.Elements[i], value, part?.Then(element) ?? element, at);
                }

                break;
            case IArrayElementReferenceOperation { ArrayReference: var array } when VariableOf(array) is { } variable:
                Add(variable, DefinitionKind.Addition, value, part, at, target);
                break;
            case IFlowCaptureReferenceOperation reference
                when _captures.TryGetValue(reference.Id, out var element)
                    && element is IArrayElementReferenceOperation or IInlineArrayAccessOperation or IPropertyReferenceOperation { Arguments.Length: > 0 }:
                Assign(element, value, part, at);
                break;
            case IInlineArrayAccessOperation { Instance: var buffer } when VariableOf(buffer) is { } variable:
                Add(variable, DefinitionKind.Addition, value, part, at, target);
                break;
            case IPropertyReferenceOperation { Arguments.Length: > 0, Instance: { } instance } when VariableOf(instance) is { } variable:
                Add(variable, DefinitionKind.Addition, value, part, at, target);
                break;
            default:
                if (VariableOf(target) is { } assigned)
                {
                    Add(assigned, DefinitionKind.Value, value, part, at, target);
                }

                break;
        }
    }

    private void Match(IPatternOperation pattern, IOperation input, Projection? part, IOperation at)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation declaration:
                Declare(declaration.DeclaredSymbol);
                break;
            case IRecursivePatternOperation recursive:
                Declare(recursive.DeclaredSymbol);
                for (var i = 0; i < recursive.DeconstructionSubpatterns.Length && recursive.MatchedType.IsTupleType; i++)
                {
                    Match(recursive.DeconstructionSubpatterns[i], input, Inside(Projection.Element(i, null)), at);
                }

                foreach (var property in recursive.PropertySubpatterns)
                {
                    if (property.Member is IMemberReferenceOperation member)
                    {
                        Match(property.Pattern, input, Inside(Projection.Member(member.Member, null)), at);
                    }
                }

                break;
            case IListPatternOperation list:
                Declare(list.DeclaredSymbol);
                foreach (var element in list.Patterns)
                {
                    Match(element, input, part, at);
                }

                break;
            case ISlicePatternOperation { Pattern: { } slice }:
                Match(slice, input, part, at);
                break;
            case IBinaryPatternOperation binary:
                Match(binary.LeftPattern, input, part, at);
                Match(binary.RightPattern, input, part, at);
                break;
            case INegatedPatternOperation negated:
                Match(negated.Pattern, input, part, at);
                break;
        }

        Projection Inside(Projection last) => part?.Then(last) ?? last;

        void Declare(ISymbol? symbol)
        {
            if (symbol is not null)
            {
                Add(new Variable(symbol), DefinitionKind.Value, input, part, at, pattern);
            }
        }
    }

    private Variable? VariableOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => new Variable(local.Local),
        IParameterReferenceOperation parameter => new Variable(parameter.Parameter),
        IDeclarationExpressionOperation declaration => VariableOf(declaration.Expression),
        IConversionOperation conversion => VariableOf(conversion.Operand),
        IFlowCaptureReferenceOperation reference =>
            _captures.TryGetValue(reference.Id, out var captured) && VariableOf(captured) is { } variable
                ? variable
                : new Variable(reference.Id),
        _ => null,
    };

    private Variable? MutatedVariable(IInvocationOperation call)
    {
        var receiver = call.Instance;
        while (receiver is IInvocationOperation inner && KnownTransfers.Mutators.TryGet(inner.TargetMethod, out _))
        {
            receiver = inner.Instance;
        }

        return receiver is null ? null : VariableOf(receiver);
    }

    private void Add(Variable variable, DefinitionKind kind, IOperation source, Projection? part, IOperation at, IOperation target) =>
        _definitions.Add(new Definition(variable, kind, source, part, _body.PositionOf(at), target));
}
