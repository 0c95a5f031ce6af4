using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// Calls that return only where a value is one of few: Guard.Known(format), ThrowIfGreaterThan(page, 10).
internal sealed partial class ValueJudge
{
    /// <summary>The calls of the body that say something of the paths by returning.</summary>
    private List<Check> ChecksOf(FunctionBody body, ImmutableArray<AccessPath> paths)
    {
        var checks = new List<Check>();
        foreach (var block in body.Graph.Blocks)
        {
            foreach (var operation in body.OperationsOf(block))
            {
                if (operation is not IInvocationOperation { TargetMethod: { ReturnsVoid: true, IsAsync: false }, Arguments.IsEmpty: false } call)
                {
                    continue;
                }

                var sides = new Ranges(body, paths, (within, limit, part) => Judge(within, limit, part)).OfReturned(call);
                var proven = sides == Sides.None ? Passed(body, call, paths) : null;
                if (sides != Sides.None || proven is not null)
                {
                    checks.Add(new(body.PositionOf(call), proven, sides));
                }
            }
        }

        return checks;
    }

    /// <summary>What it says of the paths that a method of the project has returned.</summary>
    private Judgement? Passed(FunctionBody body, IInvocationOperation call, ImmutableArray<AccessPath> paths)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.None or RefKind.In } parameter && AccessPath.IsAbout(body, argument.Value, paths)
                && CheckOf(body, call) is { IsGraph: true } check && Passed(check, parameter.Ordinal) is { } proven)
            {
                return proven;
            }
        }

        return null;
    }

    private Judgement? Passed(FunctionBody check, int ordinal)
    {
        if (_predicates >= MaximumPredicates || check.Function is not { } function || ordinal >= function.Parameters.Length
            || check.DefinitionsOf(new Variable(function.Parameters[ordinal])).Count > 0)
        {
            return null;
        }

        _predicates++;
        try
        {
            var path = AccessPath.Of(new Variable(function.Parameters[ordinal]));
            return CheckedBefore(check, Position.EndOf(check.Graph.Blocks.Length - 1), ImmutableArray.Create(path), Sides.None)?.Substitute(static _ => Judgement.Unknown);
        }
        finally
        {
            _predicates--;
        }
    }

    /// <summary>The text whose characters an expression takes one by one, or <see langword="null"/>.</summary>
    private static IOperation? TextOfCharacter(FunctionBody body, IOperation operation) => operation switch
    {
        IConversionOperation conversion => TextOfCharacter(body, conversion.Operand),
        ILocalReferenceOperation local when AccessPath.OnlySource(body, new Variable(local.Local)) is { } source => TextOfCharacter(body, source),
        IFlowCaptureReferenceOperation capture when AccessPath.FirstSource(body, new Variable(capture.Id)) is { } source => TextOfCharacter(body, source),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } text } when ValueTypes.IsText(text.Type) => text,
        IPropertyReferenceOperation { Property.Name: "Current", Instance: { } enumerator } => TextOfCharacter(body, enumerator),
        IInvocationOperation { TargetMethod.Name: "GetEnumerator", Instance: { } text } => Unconverted(text) is var whole && ValueTypes.IsText(whole.Type) ? whole : null,
        IInvocationOperation { Instance: null, TargetMethod.ContainingType.SpecialType: SpecialType.System_Char, Arguments: { Length: > 0 } given } =>
            TextOfCharacter(body, given[0].Value),
        _ => null,
    };

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;
}
