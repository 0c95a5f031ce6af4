using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.CallSites;

/// <summary>
/// Takes an argument apart into the texts or pairs that it hands over: through arrays, collection expressions, spans and
/// lists, and backwards through the variables that hold them, as far as one body shows how they were put together.
/// </summary>
internal sealed partial class Contents
{
    /// <summary>Sequences within sequences before the rest counts as a whole: bounds the stack.</summary>
    private const int MaximumDepth = 50;

    private readonly FunctionBody _body;
    private readonly ContentKind _kind;
    private readonly List<Content> _found = [];
    private readonly HashSet<Definition> _seen = [];
    private SyntaxNode _argument;
    private int _variables;
    private int _depth;

    private Contents(FunctionBody body, ContentKind kind, SyntaxNode argument)
    {
        _body = body;
        _kind = kind;
        _argument = argument;
    }

    /// <param name="body">The body that the argument stands in.</param>
    /// <param name="kind">What is looked for.</param>
    /// <param name="value">The argument's value.</param>
    /// <param name="at">The argument.</param>
    public static IReadOnlyList<Content> Of(FunctionBody body, ContentKind kind, IOperation value, SyntaxNode at)
    {
        var contents = new Contents(body, kind, at);
        contents.Visit(value, null);
        return contents._found;
    }

    private void Visit(IOperation operation, int? ordinal)
    {
        if (_kind == ContentKind.Texts && operation.Type?.SpecialType == SpecialType.System_String)
        {
            Found(null, operation, operation.Syntax, ordinal);
        }
        else if (_depth >= MaximumDepth)
        {
            FoundWhole(operation);
        }
        else
        {
            _depth++;
            VisitContainer(operation, ordinal);
            _depth--;
        }
    }

    private void VisitContainer(IOperation operation, int? ordinal)
    {
        switch (operation)
        {
            case IConversionOperation conversion when conversion.OperatorMethod is not { } @operator || ValueTypes.IsFramework(@operator):
                Visit(conversion.Operand, ordinal);
                break;
            case ILocalReferenceOperation local:
                VisitVariable(new Variable(local.Local), local);
                break;
            case IParameterReferenceOperation parameter:
                VisitVariable(new Variable(parameter.Parameter), parameter);
                break;
            case IFlowCaptureReferenceOperation capture:
                VisitVariable(new Variable(capture.Id), capture);
                break;
            case IArrayCreationOperation array:
                VisitElements(array.Initializer?.ElementValues ?? ImmutableArray<IOperation>.Empty);
                break;
            case ITupleOperation tuple when _kind == ContentKind.Texts:
                VisitTuple(tuple);
                break;
            case IArrayElementReferenceOperation element:
                Visit(element.ArrayReference, null);
                break;
            case IInlineArrayAccessOperation element:
                Visit(element.Instance, null);
                break;
            case IImplicitIndexerReferenceOperation slice:
                Visit(slice.Instance, null);
                break;
            case IPropertyReferenceOperation { Instance: { } instance } property when IsView(property):
                Visit(instance, null);
                break;
            case IObjectCreationOperation creation:
                VisitCreation(creation, ordinal);
                break;
            case IInvocationOperation call:
                VisitCall(call, ordinal);
                break;
            case IDefaultValueOperation or ILiteralOperation:
                break;
            case var other when LaterOperations.IsCollectionExpression(other):
                VisitElements([.. other.ChildOperations]);
                break;
            case var other when LaterOperations.IsSpread(other):
                Visit(other.ChildOperations.First(), null);
                break;
            case IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation or IConditionalAccessOperation
                or IConditionalAccessInstanceOperation when !_body.IsGraph:
                _body.NeedGraph();
                break;
            default:
                FoundWhole(operation);
                break;
        }
    }

    private void VisitElements(IReadOnlyList<IOperation> elements)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            _argument = _variables > 0 ? _argument : elements[i].Syntax;
            Visit(elements[i], i);
        }
    }

    private void VisitTuple(ITupleOperation tuple)
    {
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            Found(null, tuple.Elements[i], tuple.Elements[i].Syntax, i);
        }
    }

    private void VisitCreation(IObjectCreationOperation creation, int? ordinal)
    {
        // A graph has an initializer's additions apart.
        if (creation.Initializer is not null)
        {
            _body.NeedGraph();
        }

        if (_kind == ContentKind.Pairs && ContentTypes.IsPair(creation.Type))
        {
            FoundPair(creation.Arguments, ordinal);
        }
        else if (creation.Constructor is { } constructor && ValueTypes.IsFramework(constructor))
        {
            VisitContainers(creation.Arguments);
        }
        else
        {
            FoundWhole(creation);
        }
    }

    private void VisitCall(IInvocationOperation call, int? ordinal)
    {
        if (_kind == ContentKind.Pairs && call.TargetMethod.Name == "Create" && MetadataNames.Is(call.TargetMethod.ContainingType, "System.Collections.Generic.KeyValuePair"))
        {
            FoundPair(call.Arguments, ordinal);
        }
        else if (!ValueTypes.IsFramework(call.TargetMethod) || !ContentTypes.HandsOn(call.TargetMethod.Name))
        {
            FoundWhole(call);
        }
        else if (call.Instance is { } instance)
        {
            Visit(instance, null);
        }
        else
        {
            VisitContainers(call.Arguments);
        }
    }

    private void VisitContainers(IEnumerable<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments.Where(argument => ContentTypes.Holds(argument.Value.Type, _kind)))
        {
            Visit(argument.Value, null);
        }
    }

    private static bool IsView(IPropertyReferenceOperation property) =>
        ValueTypes.IsFramework(property.Property) && (property.Property.IsIndexer
            || property.Property.Name == "Span"
            || property.Instance?.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T);

    private void FoundPair(IReadOnlyList<IArgumentOperation> arguments, int? ordinal)
    {
        var key = arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0);
        var value = arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 1);
        if (key is not null && value is not null)
        {
            Found(key.Value, value.Value, value.Syntax, ordinal);
        }
    }

    private void Found(IOperation? key, IOperation value, SyntaxNode at, int? ordinal) =>
        _found.Add(new(key, value, at, ordinal, false));

    // Where it stands in the argument itself, there; what a variable brings in, at the argument.
    private void FoundWhole(IOperation value) =>
        _found.Add(new(null, value, _variables > 0 ? _argument : value.Syntax, null, true));
}
