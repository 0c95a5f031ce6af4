using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Use;

/// <summary>
/// The closed labels behind the parameters of accessors and the members of label sets, also those of referenced
/// assemblies; one table for a compilation. Safe for concurrent use.
/// </summary>
internal sealed class ClosedLabels(Compilation compilation, CancellationToken cancellation)
{
    private static readonly Dictionary<string, ClosedLabelValues> None = [];

    private readonly ConcurrentDictionary<IMethodSymbol, Dictionary<string, ClosedLabelValues>> _methods = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, Dictionary<string, ClosedLabelValues>> _sets = new(SymbolEqualityComparer.Default);

    /// <summary>The kinds of operations that can hold a use.</summary>
    public static ImmutableArray<OperationKind> Kinds { get; } =
        ImmutableArray.Create(OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment);

    /// <summary>The uses that an operation itself makes, without those of its operands.</summary>
    public IEnumerable<ClosedLabelUse> In(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call when Instruments.IsInstrument(call.TargetMethod.ReturnType):
                return Arguments(call.Arguments, OfMethod(call.TargetMethod));
            case IObjectCreationOperation { Constructor: { Parameters.IsEmpty: false } constructor } creation:
                return Arguments(creation.Arguments, OfMethod(constructor));
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: { ContainingType: { } type } member } } assignment
                when OfSet(type).TryGetValue(member.Name, out var label):
                return [new(label, assignment.Value)];
            default:
                return [];
        }
    }

    private static IEnumerable<ClosedLabelUse> Arguments(ImmutableArray<IArgumentOperation> arguments, Dictionary<string, ClosedLabelValues> labels)
    {
        if (labels.Count > 0)
        {
            foreach (var argument in arguments)
            {
                if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } && labels.TryGetValue(parameter.Name, out var label))
                {
                    yield return new(label, argument.Value);
                }
            }
        }
    }

    private Dictionary<string, ClosedLabelValues> OfMethod(IMethodSymbol method) => _methods.GetOrAdd(
        method.OriginalDefinition,
        method.MethodKind == MethodKind.Constructor ? FindConstructor : FindAccessor);

    private Dictionary<string, ClosedLabelValues> OfSet(INamedTypeSymbol type) => _sets.GetOrAdd(type.OriginalDefinition, FindSet);

    private Dictionary<string, ClosedLabelValues> FindAccessor(IMethodSymbol method)
    {
        var parsing = new ParsingContext(compilation, cancellation);
        return DeclaredMetric.Of(method) is { } metric
            ? Map(
                method.Parameters.SelectMany(parameter => ParameterParser.Parse(parameter, parsing)).Where(static label => label.Symbol is IParameterSymbol),
                metric.TextName)
            : None;
    }

    private Dictionary<string, ClosedLabelValues> FindConstructor(IMethodSymbol constructor)
    {
        var members = OfSet(constructor.ContainingType);
        return members.Count == 0 ? None : constructor.Parameters
            .Select(parameter => (parameter.Name, Label: MemberOf(parameter, members)))
            .Where(static pair => pair.Label is not null)
            .ToDictionary(static pair => pair.Name, static pair => pair.Label!);
    }

    private Dictionary<string, ClosedLabelValues> FindSet(INamedTypeSymbol type) => LabelTypes.IsLabelSet(type)
        ? Map(LabelSetParser.Parse(type, "", null, new ParsingContext(compilation, cancellation)).Labels, type.Name)
        : None;

    /// <summary>The label that a constructor's parameter is stored in as it is: a record's own, or one that the body assigns.</summary>
    private ClosedLabelValues? MemberOf(IParameterSymbol parameter, Dictionary<string, ClosedLabelValues> members)
    {
        foreach (var member in members)
        {
            if (member.Key == parameter.Name || IsStoredIn(parameter, member.Key))
            {
                return SymbolEqualityComparer.Default.Equals(LabelTypes.Unwrap(parameter.Type).Type, member.Value.Type) ? member.Value : null;
            }
        }

        return null;
    }

    private bool IsStoredIn(IParameterSymbol parameter, string member)
    {
        if (!string.Equals(parameter.Name, member, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var reference in parameter.ContainingSymbol.DeclaringSyntaxReferences)
        {
            var stored = reference.GetSyntax(cancellation).DescendantNodes().Any(node => node switch
            {
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment =>
                    IsNamed(assignment.Left, member) && IsNamed(assignment.Right, parameter.Name),
                PropertyDeclarationSyntax { Initializer.Value: { } value } property => property.Identifier.ValueText == member && IsNamed(value, parameter.Name),
                VariableDeclaratorSyntax { Initializer.Value: { } value } field => field.Identifier.ValueText == member && IsNamed(value, parameter.Name),
                _ => false,
            });
            if (stored)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamed(ExpressionSyntax expression, string name) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText == name,
        _ => false,
    };

    private static Dictionary<string, ClosedLabelValues> Map(IEnumerable<ParsedLabel> labels, string owner)
    {
        var map = new Dictionary<string, ClosedLabelValues>();
        foreach (var label in labels)
        {
            if (ClosedLabelValues.Of(label, owner) is { } closed)
            {
                map[label.Symbol.Name] = closed;
            }
        }

        return map.Count == 0 ? None : map;
    }
}
