using System.Linq;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Declarations;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Turns a type marked <c>[OpenLabel]</c> into what is written for it, and into a label where a metric takes it.</summary>
internal static class OpenTypeParser
{
    // As many as an index holds, with the empty value and 'other'.
    private const int LargestMaximum = int.MaxValue - 2;

    /// <summary>The type, or <see langword="null"/> where it is not marked, or is at fault, which is reported.</summary>
    public static OpenLabelModel? Parse(INamedTypeSymbol type, ParsingContext context)
    {
        if (type.FindAttribute(KnownNames.OpenLabel) is not { } attribute)
        {
            return null;
        }

        var found = context.ProblemCount;
        PlacementParser.CheckPartial(type, "Open label", $"the members of '{type.Name}'", context);
        if (OpenTypeShape.Problem(type) is { } problem)
        {
            context.Report(DeclarationDescriptors.InvalidLabelSet, Spots.OfName(problem.Culprit), "Open label", CSharpText.ForMessage(type), problem.Reason);
        }

        var maximum = MaximumOf(attribute);
        if (maximum is < 1 or > LargestMaximum)
        {
            context.Report(
                DeclarationDescriptors.UnfitBound,
                attribute.SpotOfPositional(0, context.Cancellation),
                "OpenLabel",
                type.Name,
                maximum < 1 ? "the maximum must be at least 1" : $"the maximum must be at most {SeriesText.Number(LargestMaximum)}");
        }

        var expireAfter = ExpiryParser.SecondsOf(type.FindAttribute(KnownNames.ExpireAfter), type.Name, context);
        return context.ProblemCount > found ? null : Model(type, maximum) with { ExpireAfter = expireAfter };
    }

    /// <summary>The label that a parameter or member of the type makes; the type's own problems are reported where it is declared.</summary>
    public static (LabelArgument? Argument, LabelFault Fault) Label(
        LabelSource source, INamedTypeSymbol type, bool isNullable, ParsingContext context)
    {
        BoundAttributes.Of(source).ReportMisfits(source.Name, type, context, fitting: null);
        var attribute = type.FindAttribute(KnownNames.OpenLabel)!;
        var isOwn = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Compilation.Assembly);
        if (MaximumOf(attribute) is < 1 or > LargestMaximum
            || (isOwn && Parse(type, new ParsingContext(context.Compilation, context.Cancellation)) is null))
        {
            return (null, LabelFault.Reported);
        }

        var maximum = MaximumOf(attribute);
        var label = new LabelModel(source.Name, LabelKind.Open, maximum + 2, IsNullable: true)
        {
            Maximum = maximum,
            Other = maximum + 1,
            ExpectsOverflow = attribute.NamedFlag("ExpectOverflow") ?? false,
            ExpireAfter = ExpiryParser.SecondsOf(type.FindAttribute(KnownNames.ExpireAfter), type.Name, new ParsingContext(context.Compilation, context.Cancellation)),
            OpenType = CSharpText.OfType(type.WithNullableAnnotation(NullableAnnotation.None)),
        };
        return (new(isNullable ? source.Expression + ".GetValueOrDefault()" : source.Expression, label), LabelFault.None);
    }

    private static int MaximumOf(AttributeData attribute) => attribute.PositionalValue<int>(0) ?? 0;

    private static OpenLabelModel Model(INamedTypeSymbol type, int maximum)
    {
        var hint = GroupNames.HintName(type);
        return new(CSharpText.OfType(type), hint.Substring(0, hint.Length - ".g.cs".Length) + "-OpenLabel.g.cs", GroupNames.OpenLabelHolderName(type), maximum)
        {
            Namespace = GroupNames.Namespace(type),
            Name = CSharpText.TypeIdentifier(type.Name),
            Types = new(GroupNames.Heads(type)),
            SuppressedWarnings = new(CompilerWarnings.Of(type).Distinct().OrderBy(static id => id, System.StringComparer.Ordinal)),
        };
    }
}
