using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.CodeFixes;

/// <summary>The constants that the calls in a solution give to a label, where they give nothing else.</summary>
internal static class PassedConstants
{
    /// <summary>A list longer than this is no closed set any more.</summary>
    private const int Maximum = 50;

    /// <summary>The texts in ordinal order; <see langword="null"/> where there are none, too many, or anything else is passed.</summary>
    public static async Task<IReadOnlyList<string>?> FindAsync(ISymbol label, Solution solution, CancellationToken cancellation)
    {
        var values = new SortedSet<string>(System.StringComparer.Ordinal);
        foreach (var (carrier, parameter) in Carriers(label))
        {
            foreach (var reference in (await SymbolFinder.FindReferencesAsync(carrier, solution, cancellation).ConfigureAwait(false)).SelectMany(static found => found.Locations))
            {
                if (!await AddAsync(reference, carrier, parameter, values, cancellation).ConfigureAwait(false))
                {
                    return null;
                }
            }
        }

        return values.Count is > 0 and <= Maximum ? [.. values] : null;
    }

    /// <summary>What is referred to where the label gets a value: its method, its set's constructors, its member.</summary>
    private static IEnumerable<(ISymbol Carrier, string? Parameter)> Carriers(ISymbol label)
    {
        switch (label)
        {
            case IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } method } parameter:
                yield return (method, parameter.Name);
                break;
            case IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter:
                yield return (constructor, parameter.Name);
                foreach (var member in constructor.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>())
                {
                    yield return (member, null);
                }

                break;
            case IPropertySymbol or IFieldSymbol:
                yield return (label, null);
                foreach (var constructor in label.ContainingType.InstanceConstructors)
                {
                    if (constructor.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, label.Name, System.StringComparison.OrdinalIgnoreCase)) is { } same)
                    {
                        yield return (constructor, same.Name);
                    }
                }

                break;
        }
    }

    /// <summary>Whether the reference passes a constant, or no value at all.</summary>
    private static async Task<bool> AddAsync(
        ReferenceLocation reference, ISymbol carrier, string? parameter, SortedSet<string> values, CancellationToken cancellation)
    {
        var model = await reference.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var root = await reference.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var node = root?.FindNode(reference.Location.SourceSpan, getInnermostNodeForTie: true);
        for (; node is not null; node = node.Parent)
        {
            switch (model?.GetOperation(node, cancellation))
            {
                case INameOfOperation:
                    return true;
                case IInvocationOperation call when parameter is not null && IsSame(call.TargetMethod, carrier):
                    return AddArgument(call.Arguments, parameter, values);
                case IObjectCreationOperation creation when parameter is not null && IsSame(creation.Constructor, carrier):
                    return AddArgument(creation.Arguments, parameter, values);
                case IMethodReferenceOperation:
                    return false;
                case IMemberReferenceOperation { Parent: ISimpleAssignmentOperation assignment } member when parameter is null && assignment.Target == member:
                    return Add(assignment.Value, values);
                case IMemberReferenceOperation member when parameter is null && IsSame(member.Member, carrier):
                    return true;
            }
        }

        return parameter is null || carrier is IMethodSymbol { MethodKind: MethodKind.Constructor };
    }

    private static bool AddArgument(IEnumerable<IArgumentOperation> arguments, string parameter, SortedSet<string> values) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter) is { } passed && Add(passed.Value, values);

    private static bool Add(IOperation value, SortedSet<string> values)
    {
        while (value is IConversionOperation conversion && !value.ConstantValue.HasValue)
        {
            value = conversion.Operand;
        }

        switch (value.ConstantValue)
        {
            case { HasValue: true, Value: string { Length: > 0 } text }:
                values.Add(text);
                return true;
            case { HasValue: true, Value: null }:
                return true;
            default:
                return false;
        }
    }

    private static bool IsSame(ISymbol? left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left?.OriginalDefinition, right.OriginalDefinition);
}
