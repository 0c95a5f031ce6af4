using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Use;

/// <summary>Reports instruments of expiring metrics that are kept in a field, a property or a collection: MET306.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeptInstrumentAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UseDescriptors.KeptInstrument);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (Instruments.AreKnownTo(start.Compilation))
            {
                var expiring = new ExpiringMetrics(start.Compilation, start.CancellationToken);
                start.RegisterOperationAction(
                    operation => Analyze(operation, expiring),
                    OperationKind.FieldInitializer,
                    OperationKind.PropertyInitializer,
                    OperationKind.SimpleAssignment,
                    OperationKind.CoalesceAssignment);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, ExpiringMetrics expiring)
    {
        var (keeper, value) = context.Operation switch
        {
            IFieldInitializerOperation field => (field.InitializedFields.FirstOrDefault()?.Name, field.Value),
            IPropertyInitializerOperation property => (property.InitializedProperties.FirstOrDefault()?.Name, property.Value),
            IAssignmentOperation assignment => (KeeperOf(assignment.Target), assignment.Value),
            _ => (null, context.Operation),
        };
        if (keeper is null)
        {
            return;
        }

        foreach (var kept in ValuesOf(value))
        {
            if (Instruments.Accessor(kept) is { } accessor && expiring.Contains(accessor))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    UseDescriptors.KeptInstrument, value.Syntax.GetLocation(), keeper, DeclaredMetric.Of(accessor)?.TextName ?? accessor.Name));
                return;
            }
        }
    }

    /// <summary>The name of what outlives the method; <see langword="null"/> for locals and parameters.</summary>
    private static string? KeeperOf(IOperation target) => target switch
    {
        IFieldReferenceOperation field => field.Field.Name,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } collection } => NameOf(collection),
        IPropertyReferenceOperation property => property.Property.Name,
        IArrayElementReferenceOperation element => NameOf(element.ArrayReference),
        _ => null,
    };

    private static string NameOf(IOperation collection) => collection.Syntax.ToString();

    /// <summary>What a value can be: either branch of a condition, and what a local was given.</summary>
    private static IEnumerable<IOperation> ValuesOf(IOperation value) => value switch
    {
        IConversionOperation conversion => ValuesOf(conversion.Operand),
        IParenthesizedOperation parenthesized => ValuesOf(parenthesized.Operand),
        IConditionalOperation { WhenFalse: { } otherwise } condition => ValuesOf(condition.WhenTrue).Concat(ValuesOf(otherwise)),
        ICoalesceOperation coalesce => ValuesOf(coalesce.Value).Concat(ValuesOf(coalesce.WhenNull)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(static arm => ValuesOf(arm.Value)),
        ILocalReferenceOperation local => LocalDefinitions.Reaching(local).Where(static given => given is not ILocalReferenceOperation),
        _ => [value],
    };
}
