using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Declarations;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Turns a parameter of a metric into its label, or into those of its label set.</summary>
internal static class ParameterParser
{
    public static ImmutableArray<ParsedLabel> Parse(IParameterSymbol parameter, ParsingContext context)
    {
        var (type, isNullable) = LabelTypes.Unwrap(parameter.Type);
        var name = MemberParser.ReadName(parameter);
        if (parameter.RefKind == RefKind.Out)
        {
            context.Report(
                DeclarationDescriptors.UnsupportedLabelType,
                Spots.OfName(parameter),
                LabelText.Snake(parameter.Name),
                "out " + CSharpText.ForMessage(parameter.Type),
                "an out parameter brings no value; remove 'out'");
            return ImmutableArray<ParsedLabel>.Empty;
        }

        if (type is INamedTypeSymbol set && LabelTypes.IsLabelSet(set))
        {
            return Set(set, parameter, name, isNullable, context);
        }

        var label = parameter.FindAttribute(KnownNames.Label);
        var source = new LabelSource([parameter], parameter.Type, name, LabelParser.NameOf(parameter, label));
        return ImmutableArray.Create(LabelParser.Parse(source, parameter, context));
    }

    private static ImmutableArray<ParsedLabel> Set(
        INamedTypeSymbol set, IParameterSymbol parameter, string name, bool isNullable, ParsingContext context)
    {
        BoundAttributes.Of(new([parameter], set, name, parameter.Name)).ReportMisfits(parameter.Name, set, context, fitting: null);

        // What is wrong with a set of this project is reported where the set is declared, once for all its metrics.
        var isOwn = SymbolEqualityComparer.Default.Equals(set.ContainingAssembly, context.Compilation.Assembly);
        var parsing = isOwn ? new ParsingContext(context.Compilation, context.Cancellation) : context;
        parsing.Fallback = Spots.OfName(parameter);

        var access = set.IsValueType && isNullable ? name + ".GetValueOrDefault()" : name;
        var parsed = LabelSetParser.Parse(set, access, parameter, parsing);
        parsing.Fallback = null;
        if (!parsed.IsUsable)
        {
            return ImmutableArray.Create(new ParsedLabel(parameter, parameter, set, parameter.Name, null, LabelFault.Reported));
        }

        if (parsed.Labels.FirstOrDefault(label => !IsReadable(label, parameter, context)) is { } hidden)
        {
            context.Report(
                DeclarationDescriptors.InvalidLabelSet,
                Spots.OfName(parameter),
                LabelSetParser.Noun,
                CSharpText.ForMessage(set),
                $"its label '{hidden.Symbol.Name}' cannot be read from '{parameter.ContainingType.Name}'; make it public or take its label attribute away");
            return ImmutableArray.Create(new ParsedLabel(parameter, parameter, set, parameter.Name, null, LabelFault.Reported));
        }

        var mayBeNull = set.IsReferenceType || isNullable;
        return parsed.Labels.Select(label => label with
        {
            Argument = label.Argument is { } argument && mayBeNull ? argument with { NullableSet = name } : label.Argument,
        }).ToImmutableArray();
    }

    private static bool IsReadable(ParsedLabel label, IParameterSymbol parameter, ParsingContext context)
    {
        var read = label.Symbol is IPropertySymbol { GetMethod: { } getter } ? getter : label.Symbol;
        return context.Compilation.IsSymbolAccessibleWithin(read, parameter.ContainingType);
    }
}
