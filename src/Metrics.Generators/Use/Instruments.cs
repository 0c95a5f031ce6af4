using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Use;

/// <summary>Recognises the runtime's instruments, and where one is taken, by name only.</summary>
internal static class Instruments
{
    /// <summary>Whether the compilation knows the runtime, or attributes of its name.</summary>
    public static bool AreKnownTo(Compilation compilation) => !compilation.GetTypesByMetadataName(KnownNames.Namespace + ".MetricAttribute").IsEmpty;

    public static bool IsInstrument(ITypeSymbol? type) =>
        type is INamedTypeSymbol { ContainingType: null, Name: "Counter" or "Gauge" or "Histogram" or "Summary" or "StateSet" or "Info" } named
        && KnownNames.IsInRuntimeNamespace(named);

    /// <summary>The property or method of a metric that an operation reads, or <see langword="null"/>.</summary>
    public static ISymbol? Accessor(IOperation? operation) => operation switch
    {
        IInvocationOperation call when IsInstrument(call.Type) => IfMetric(call.TargetMethod),
        IPropertyReferenceOperation property when IsInstrument(property.Type) => IfMetric(property.Property),
        _ => null,
    };

    /// <summary>Whether a value of the type records something when it is disposed or asked to: a timer, or one more in progress.</summary>
    public static bool IsTimer(ITypeSymbol? type) =>
        type is INamedTypeSymbol { ContainingType: null, IsValueType: true } named
        && KnownNames.IsInRuntimeNamespace(named)
        && (named.Name == "DurationTimer" || named.Interfaces.Any(static one => one.SpecialType == SpecialType.System_IDisposable));

    /// <summary>
    /// The metric that an instrument belongs to: of an accessor, or of a local, a read-only field or a property that keeps
    /// what one returned. <see langword="null"/> where it cannot be told.
    /// </summary>
    public static DeclaredMetric? MetricOf(IOperation instrument)
    {
        if (Accessor(instrument) is { } accessor)
        {
            return DeclaredMetric.Of(accessor);
        }

        var kept = instrument switch
        {
            ILocalReferenceOperation local => LocalDefinitions.All(local.Local, LocalDefinitions.RootOf(local)),
            IFieldReferenceOperation { Field.IsReadOnly: true } field => Initializer(field.Field, field.SemanticModel),
            IPropertyReferenceOperation { Property.IsReadOnly: true } property => Initializer(property.Property, property.SemanticModel),
            _ => ImmutableArray<IOperation>.Empty,
        };
        var metrics = kept.Select(static value => Accessor(value) is { } found ? DeclaredMetric.Of(found) : null).Distinct().ToList();
        return metrics.Count == 1 ? metrics[0] : null;
    }

    private static ImmutableArray<IOperation> Initializer(ISymbol member, SemanticModel? model)
    {
        if (model is null || member.DeclaringSyntaxReferences.Length != 1 || member.DeclaringSyntaxReferences[0].SyntaxTree != model.SyntaxTree)
        {
            return ImmutableArray<IOperation>.Empty;
        }

        var initializer = member.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            VariableDeclaratorSyntax field => field.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        };
        return initializer is not null && model.GetOperation(initializer.Value) is { } value
            ? ImmutableArray.Create(value)
            : ImmutableArray<IOperation>.Empty;
    }

    private static ISymbol? IfMetric(ISymbol member) => DeclaredMetric.AttributeOf(member) is null ? null : member;
}
