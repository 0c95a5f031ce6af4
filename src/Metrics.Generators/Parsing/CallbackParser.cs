using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetrics.Generators.Declarations;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Checks that a member can be read at a scrape, MET013, and says how.</summary>
internal static class CallbackParser
{
    private const string Numbers = "make it an int, a long, a double, a float or a decimal, or nullable to give no sample at times";

    /// <summary>Whether the member can be read; else the first reason why not is reported.</summary>
    public static bool Check(ISymbol member, ParsingContext context)
    {
        if ((Misshapen(member, context) ?? MisshapenParameter(member)) is not { } problem)
        {
            return true;
        }

        Report(member.Name, problem, context);
        return false;
    }

    /// <summary>Reports labels whose values nobody can list: MET013.</summary>
    public static bool CheckLabels(ISymbol member, ImmutableArray<ParsedLabel> labels, ParsingContext context)
    {
        foreach (var label in labels)
        {
            if (label.Model is { Kind: LabelKind.Open } || label.Fault is LabelFault.OpenString)
            {
                Report(
                    member.Name,
                    (Spots.OfName(label.Symbol), $"its label '{label.Name}' is open, and nobody knows the values to call it with; bound it with [OneOf(…)], or set a gauge from AddBeforeScrape"),
                    context);
                return false;
            }

            if (label.Fault == LabelFault.Unbounded)
            {
                Report(
                    member.Name,
                    (Spots.OfType(label.Symbol, context.Cancellation), $"its label '{label.Name}' is of type '{CSharpText.ForMessage(label.Type)}', whose values cannot be gone through; use an enum, a bool, a string with [OneOf(…)] or an integer with [InRange(…)]"),
                    context);
                return false;
            }
        }

        return true;
    }

    /// <summary>Reports the attribute on something that is no member: an accessor, an operator, a local function, a lambda.</summary>
    public static void ReportNoMember(AttributeData attribute, string name, string what, ParsingContext context) =>
        Report(name, (attribute.Spot(context.Cancellation), $"the attribute stands on {what}; put it on a method, a property or a field"), context);

    /// <summary>How the member is read.</summary>
    public static CallbackModel Parse(ISymbol member, MetricModel metric, ImmutableArray<ParsedLabel> labels) =>
        new(metric, CSharpText.Identifier(member.Name), member is IMethodSymbol, IsNullable(TypeOf(member)!))
        {
            Parameters = new(labels.Select(static label => new CallbackParameter(
                LabelTypes.IsSpan(label.Type) ? "string" : CSharpText.OfType(label.Parameter!.Type), label.Argument!))),
        };

    private static void Report(string name, (Location? Spot, string Reason) problem, ParsingContext context) =>
        context.Report(DeclarationDescriptors.WrongCallback, problem.Spot, name, problem.Reason);

    private static (Location? Spot, string Reason)? Misshapen(ISymbol member, ParsingContext context)
    {
        var name = Spots.OfName(member);
        if (TypeOf(member) is not { } type || type.TypeKind == TypeKind.Error)
        {
            return null;
        }

        if (!IsNumber(type))
        {
            return (TypeSpot(member, context), type.SpecialType == SpecialType.System_Void
                ? $"it returns nothing; {Numbers}"
                : $"it is of type '{CSharpText.ForMessage(type)}', which is no number; {Numbers}");
        }

        if (member.GetAttributes().Count(static attribute => InstrumentKind.Of(attribute) is not null) > 1)
        {
            return (name, "it has more than one instrument attribute, and a member is one metric; keep one");
        }

        return member switch
        {
            IMethodSymbol { Arity: > 0 } => (name, "it is generic, and nobody knows the types to call it with; remove its type parameters"),
            IPropertySymbol { IsIndexer: true } => (name, "an indexer cannot be called with all its values; make it a method with labels as its parameters"),
            IPropertySymbol { GetMethod: null } => (name, "it has no getter; add one"),
            IMethodSymbol { ExplicitInterfaceImplementations.Length: > 0 } or IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 } =>
                (name, "it implements an interface explicitly, and cannot be called by its name; move the attribute to a member that can"),
            _ when PartialParts.IsPartialDefinition(member) && !MemberParser.HasOwnBody(member) =>
                (name, "it has no body; write what it reads, and remove 'partial'"),
            _ => null,
        };
    }

    private static (Location? Spot, string Reason)? MisshapenParameter(ISymbol member)
    {
        if (member is not IMethodSymbol method)
        {
            return null;
        }

        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind is not (RefKind.None or RefKind.In))
            {
                return (Spots.OfName(parameter), $"its parameter '{parameter.Name}' is passed by reference; remove '{parameter.RefKind.ToString().ToLowerInvariant()}'");
            }

            if (LabelTypes.IsLabelSet(LabelTypes.Unwrap(parameter.Type).Type))
            {
                return (Spots.OfName(parameter), $"its parameter '{parameter.Name}' is a label set; take its labels as parameters of their own");
            }
        }

        return null;
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ReturnType,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    private static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool IsNumber(ITypeSymbol type)
    {
        var number = LabelTypes.Unwrap(type).Type;
        return LabelTypes.IsInteger(number)
            || number.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal;
    }

    private static Location? TypeSpot(ISymbol member, ParsingContext context) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation) is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: { } type } }
            ? type.GetLocation()
            : Spots.OfType(member, context.Cancellation);
}
