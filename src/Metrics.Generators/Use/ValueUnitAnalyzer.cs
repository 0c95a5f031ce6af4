using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Use;

/// <summary>Reports values that are certainly in another unit than the metric that takes them: MET304.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValueUnitAnalyzer : DiagnosticAnalyzer
{
    /// <summary>In the diagnostic's properties: what the value must be multiplied by, where that is known.</summary>
    public const string FactorProperty = "Factor";

    /// <summary>In the diagnostic's properties: the metric's unit.</summary>
    public const string UnitProperty = "Unit";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UseDescriptors.OtherUnit);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (Instruments.AreKnownTo(start.Compilation))
            {
                start.RegisterOperationAction(Analyze, OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (context.Operation is not IInvocationOperation
            {
                TargetMethod: { Name: "Observe" or "Set" or "Inc" or "Dec" or "IncTo", ContainingType: { } type },
                Instance: { } instrument,
            } call
            || !Instruments.IsInstrument(type)
            || call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0) is not { } given)
        {
            return;
        }

        var found = Alternatives(given.Value).Select(static value => (Value: value, Measured: MeasuredValue.Of(value))).Where(static one => one.Measured is not null).ToList();
        if (found.Count == 0 || Instruments.MetricOf(instrument) is not { } metric || Measure.Of(metric.Unit) is not { } unit)
        {
            return;
        }

        foreach (var (value, measured) in found)
        {
            if (!measured!.Measure.IsSameAs(unit) && measured.Measure.Name is { } name)
            {
                context.ReportDiagnostic(Report(metric, unit, value, measured, name));
            }
        }
    }

    private static Diagnostic Report(DeclaredMetric metric, Measure unit, IOperation value, MeasuredValue measured, string name)
    {
        var isConvertible = measured.Measure.BaseUnit == unit.BaseUnit && !double.IsNaN(measured.Measure.Scale);
        var factor = measured.Measure.Scale / unit.Scale;
        var properties = ImmutableDictionary<string, string?>.Empty.Add(UnitProperty, metric.Unit);
        return Diagnostic.Create(
            UseDescriptors.OtherUnit,
            value.Syntax.GetLocation(),
            [measured.Source.Syntax.GetLocation()],
            isConvertible ? properties.Add(FactorProperty, factor.ToString("R", CultureInfo.InvariantCulture)) : properties,
            metric.TextName,
            metric.Unit,
            name,
            measured.Measure.BaseUnit != unit.BaseUnit ? "record it in a metric of its own"
                : unit is { BaseUnit: Measure.Seconds, Scale: 1 } ? "pass a TimeSpan or its TotalSeconds"
                : isConvertible ? string.Format(CultureInfo.InvariantCulture, "multiply it by {0:G15}", factor)
                : "convert it");
    }

    /// <summary>The branches of a conditional value, each of which is judged and reported alone.</summary>
    private static IEnumerable<IOperation> Alternatives(IOperation value) => value switch
    {
        IConversionOperation { IsImplicit: true } conversion => Alternatives(conversion.Operand),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => Alternatives(conditional.WhenTrue).Concat(Alternatives(whenFalse)),
        ICoalesceOperation coalesce => Alternatives(coalesce.Value).Concat(Alternatives(coalesce.WhenNull)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(static arm => Alternatives(arm.Value)),
        _ => [value],
    };
}
