using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// The classes that an object can be of, which decide what a call reaches.
internal sealed partial class ValueJudge
{
    /// <summary>Variables in variables before the class of an object counts as unknown.</summary>
    private const int MaximumHops = 5;

    /// <summary>The override or implementation that objects of exactly a type have.</summary>
    private ISymbol? ImplementationIn(INamedTypeSymbol type, ISymbol member)
    {
        var candidates = _program.ImplementationsOf(member);
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (candidates.FirstOrDefault(candidate => IsSame(current.OriginalDefinition, candidate.ContainingType)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The overrides or implementations that a call can reach: those of the classes that the object can be of, where these are known.</summary>
    private ImmutableArray<ISymbol> Reached(FunctionBody body, ISymbol member, IOperation? instance)
    {
        var all = _program.ImplementationsOf(member);
        var classes = new List<INamedTypeSymbol>();
        if (all.Length < 2 || instance is null || !AddClasses(body, instance, classes, 0))
        {
            return all;
        }

        var reached = ImmutableArray.CreateBuilder<ISymbol>();
        foreach (var type in classes)
        {
            if (ImplementationIn(type, member) is not { } one)
            {
                return all;
            }

            if (!reached.Contains(one))
            {
                reached.Add(one);
            }
        }

        return reached.ToImmutable();
    }

    /// <summary>Adds the classes of all objects that an expression can be, where each is made where it can be seen.</summary>
    private bool AddClasses(FunctionBody body, IOperation instance, List<INamedTypeSymbol> classes, int hops)
    {
        switch (instance)
        {
            case IObjectCreationOperation { Type: INamedTypeSymbol type }:
                classes.Add(type);
                return true;
            case IConversionOperation { OperatorMethod: null } conversion:
                return AddClasses(body, conversion.Operand, classes, hops);
            case ILocalReferenceOperation local when hops < MaximumHops:
                return AddClassesOf(body, new Variable(local.Local), classes, hops);
            case IFlowCaptureReferenceOperation capture when hops < MaximumHops:
                return AddClassesOf(body, new Variable(capture.Id), classes, hops);
            case IFieldReferenceOperation or IPropertyReferenceOperation
                when hops < MaximumHops && ((IMemberReferenceOperation)instance).Member is { IsAbstract: false, IsVirtual: false, IsOverride: false } member && _program.IsSource(member.OriginalDefinition)
                    && _program.IsSettled(member) && _program.WritesOf(member).IsEmpty && _program.InitializerOf(member) is { } initial:
                return AddClasses(initial.Body, initial.Value, classes, hops + 1);
            default:
                return false;
        }
    }

    private bool AddClassesOf(FunctionBody body, Variable variable, List<INamedTypeSymbol> classes, int hops)
    {
        var isFound = false;
        foreach (var inner in body.Root.WithNested())
        {
            foreach (var definition in inner.DefinitionsOf(variable))
            {
                if (definition.Kind == DefinitionKind.Member)
                {
                    continue;
                }

                if (definition is not { Kind: DefinitionKind.Value, Part: null } || !AddClasses(inner, definition.Source, classes, hops + 1))
                {
                    return false;
                }

                isFound = true;
            }
        }

        return isFound;
    }
}
