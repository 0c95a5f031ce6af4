using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.CallSites;

/// <summary>
/// The names of instruments and of their labels, read off the syntax that creates them: a call in the same expression, in
/// a local's, field's or property's initializer, or in an assignment in the field's type. One table for a compilation;
/// safe for concurrent use.
/// </summary>
internal sealed class InstrumentNames(CancellationToken cancellation)
{
    private readonly ConcurrentDictionary<ISymbol, Instrument> _members = new(SymbolEqualityComparer.Default);

    public Instrument Of(FunctionBody body, IOperation? instance)
    {
        while (instance is IConversionOperation conversion)
        {
            instance = conversion.Operand;
        }

        switch (instance)
        {
            case ILocalReferenceOperation local:
                return InstrumentSyntax.Read(AccessPath.OnlySource(body, new Variable(local.Local))?.Syntax) ?? new(local.Local.Name, []);
            case IFlowCaptureReferenceOperation capture when AccessPath.OnlySource(body, new Variable(capture.Id)) is { } source:
                return Of(body, source);
            case IParameterReferenceOperation parameter:
                return new(parameter.Parameter.Name, []);
            case IMemberReferenceOperation member:
                return _members.GetOrAdd(member.Member.OriginalDefinition, OfMember);
            case IInvocationOperation call:
                return InstrumentSyntax.Read(call.Syntax)
                    ?? Of(body, call.Instance ?? (call.Arguments.IsEmpty ? null : call.Arguments[0].Value));
            default:
                return new(instance?.Type?.Name ?? "metric", []);
        }
    }

    private Instrument OfMember(ISymbol member)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var initializer = reference.GetSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax field => field.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
                _ => null,
            };
            if (InstrumentSyntax.Read(initializer) is { } instrument)
            {
                return instrument;
            }
        }

        return AssignedTo(member) ?? new(member.Name, []);
    }

    private Instrument? AssignedTo(ISymbol member)
    {
        foreach (var reference in member.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var assignment in reference.GetSyntax(cancellation).DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                var target = assignment.Left is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? access.Name : assignment.Left;
                if (target is IdentifierNameSyntax name && name.Identifier.ValueText == member.Name
                    && InstrumentSyntax.Read(assignment.Right) is { } instrument)
                {
                    return instrument;
                }
            }
        }

        return null;
    }
}
