using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Declarations;
using TypedMetrics.Generators.Model;
using TypedMetrics.Rules;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Turns a parameter, or a member of a label set, into a label.</summary>
internal static class LabelParser
{
    /// <summary>The label that the source makes, or what is wrong with it; what rules other than MET201 and MET202 cover is reported.</summary>
    public static ParsedLabel Parse(LabelSource source, IParameterSymbol? parameter, ParsingContext context)
    {
        var (type, isNullable) = LabelTypes.Unwrap(source.Type);
        var symbol = source.Symbols[0];
        var found = context.ProblemCount;
        CheckName(source, context);
        var (argument, fault) = Read(source, type, isNullable, context);
        if (context.ProblemCount > found)
        {
            (argument, fault) = (null, LabelFault.Reported);
        }

        return new(symbol, parameter, type, source.Name, argument, fault) { NameAttribute = source.Find(KnownNames.Label) };
    }

    /// <summary>The name that an attribute states, else the identifier in snake_case.</summary>
    public static string NameOf(ISymbol symbol, AttributeData? label) =>
        label?.Positional<string>(0) ?? LabelText.Snake(symbol.Name);

    private static void CheckName(LabelSource source, ParsingContext context)
    {
        string problem;
        if (LabelNames.IsReserved(source.Name))
        {
            problem = "is reserved by Prometheus ('le', 'quantile' and everything that starts with '__'); choose another with [Label(\"…\")]";
        }
        else if (!LabelNames.IsValid(source.Name))
        {
            problem = "is no label name: it must be a letter or '_', followed by letters, digits and '_'; state one with [Label(\"…\")]";
        }
        else
        {
            return;
        }

        var location = source.Find(KnownNames.Label) is { ConstructorArguments.Length: > 0 } label
            ? label.SpotOfPositional(0, context.Cancellation)
            : Spots.OfName(source.Symbols[0]);
        context.Report(DeclarationDescriptors.InvalidLabelName, location, source.Name, problem);
    }

    private static (LabelArgument? Argument, LabelFault Fault) Read(
        LabelSource source, ITypeSymbol type, bool isNullable, ParsingContext context)
    {
        if (type.TypeKind is TypeKind.Error or TypeKind.TypeParameter)
        {
            return (null, LabelFault.Reported);
        }

        if (type is INamedTypeSymbol open && LabelTypes.IsOpenLabel(open))
        {
            return OpenTypeParser.Label(source, open, isNullable, context);
        }

        var bounds = BoundAttributes.Of(source);
        if (LabelTypes.IsText(type))
        {
            return TextLabelParser.Parse(source, bounds, isNullable, context);
        }

        if (LabelTypes.RangeOf(type) is { } range)
        {
            return RangeLabelParser.Parse(source, type, bounds, range, context);
        }

        if (LabelTypes.IsUnbounded(type))
        {
            return (null, LabelFault.Unbounded);
        }

        var argument = type switch
        {
            { SpecialType: SpecialType.System_Boolean } => Bool(source, isNullable),
            INamedTypeSymbol { TypeKind: TypeKind.Enum } named => EnumLabelParser.Parse(named, source, isNullable, context),
            _ => null,
        };
        if (argument is null)
        {
            ReportType(source, type, context);
        }
        else
        {
            bounds.ReportMisfits(source.Name, type, context, fitting: null);
        }

        return argument is null ? (null, LabelFault.Reported) : (argument, LabelFault.None);
    }

    private static LabelArgument Bool(LabelSource source, bool isNullable) =>
        new(source.Expression, ClosedLabel.Of(source.Name, LabelKind.Bool, ["false", "true"], isNullable));

    private static void ReportType(LabelSource source, ITypeSymbol type, ParsingContext context)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            return;
        }

        var wayOut = type.TypeKind is TypeKind.Class or TypeKind.Struct && type.Locations.Length > 0 && type.Locations[0].IsInSource
            ? "mark it [LabelSet] if its members are labels, else use an enum, bool, string or integer"
            : "use an enum, a bool, a string with [OneOf] or [MaxValues], an integer with [InRange], a [LabelSet] or an [OpenLabel]";
        context.Report(
            DeclarationDescriptors.UnsupportedLabelType,
            Spots.OfType(source.Symbols[0], context.Cancellation),
            source.Name,
            CSharpText.ForMessage(type),
            wayOut);
    }
}
