using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetrics.Generators.Declarations;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Checks that a member can be an instrument: MET002, MET003, and of MET012 what is about one member.</summary>
internal static class ShapeParser
{
    private const string UnknownStates = "TState";

    /// <summary>Whether it can; else the first reason why not is reported.</summary>
    public static bool Check(ISymbol member, InstrumentKind kind, ParsingContext context)
    {
        if (Homeless(member) is { } home)
        {
            context.Report(DeclarationDescriptors.UnusableGroup, Spots.OfName(member), member.Name, home);
            return false;
        }

        if (Misshapen(member, kind, context) is { } shape)
        {
            context.Report(
                DeclarationDescriptors.WrongShape,
                shape.Spot,
                ReturnType(member, kind),
                member.Name,
                TypeText.WithArticle(kind.Type),
                shape.Reason,
                Suggestion(member, kind, context));
            return false;
        }

        if (!IsPartial(member, context))
        {
            var noun = member is IPropertySymbol ? "Property" : "Method";
            context.Report(DeclarationDescriptors.NotPartialMember, Spots.OfName(member), noun, member.Name);
            return false;
        }

        return true;
    }

    /// <summary>Reports an instrument attribute on something that is no member: an accessor, an operator, a local function, a lambda.</summary>
    public static void CheckNoMember(IMethodSymbol function, ParsingContext context)
    {
        if (InstrumentKind.FirstOn(function) is not (var attribute, var kind))
        {
            return;
        }

        var what = function.MethodKind switch
        {
            MethodKind.LocalFunction => "a local function",
            MethodKind.LambdaMethod => "a lambda expression",
            MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove => "an accessor",
            _ => "an operator",
        };
        var name = function.MethodKind == MethodKind.LambdaMethod ? "lambda" : (function.AssociatedSymbol ?? function).Name;
        if (kind.IsObservable)
        {
            CallbackParser.ReportNoMember(attribute, name, what, context);
            return;
        }

        context.Report(
            DeclarationDescriptors.WrongShape,
            attribute.Spot(context.Cancellation),
            name,
            TypeText.WithArticle(kind.Type),
            $"the attribute stands on {what}",
            $"static partial {kind.InstrumentName}{(kind.IsGeneric ? $"<{UnknownStates}>" : "")} {(function.MethodKind == MethodKind.LambdaMethod ? "Name" : name)} {{ get; }}");
    }

    private static string? Homeless(ISymbol member) => member switch
    {
        { IsAbstract: true, ContainingType.TypeKind: not TypeKind.Interface } => "it is abstract, and has no body to count in; remove 'abstract'",
        IMethodSymbol { Arity: > 0 } => "it is generic, and the labels of a metric are fixed; remove its type parameters",
        _ => null,
    };

    private static (Location? Spot, string Reason)? Misshapen(ISymbol member, InstrumentKind kind, ParsingContext context)
    {
        var (type, refKind) = member switch
        {
            IMethodSymbol method => (method.ReturnType, method.RefKind),
            IPropertySymbol property => (property.Type, property.RefKind),
            _ => ((ITypeSymbol?)null, RefKind.None),
        };
        if (type is null || type.TypeKind == TypeKind.Error)
        {
            return null;
        }

        if (!kind.IsInstrument(type))
        {
            var other = type.Name == kind.InstrumentName
                ? $"it returns '{CSharpText.ForMessage(type)}', which is not '{KnownNames.Namespace}.{kind.InstrumentName}'"
                : $"it returns '{CSharpText.ForMessage(type)}'";
            return (Spots.OfType(member, context.Cancellation), other);
        }

        var name = Spots.OfName(member);
        if (refKind != RefKind.None)
        {
            return (Spots.OfType(member, context.Cancellation), "it returns a reference");
        }

        if (InstrumentAttributeCount(member) > 1)
        {
            return (name, "it has more than one instrument attribute, and a member is one metric");
        }

        return member switch
        {
            IPropertySymbol { IsIndexer: true } => (name, "an indexer takes no labels"),
            IPropertySymbol { SetMethod: not null } => (name, "it has a setter, and the instrument is always the same"),
            IPropertySymbol or IMethodSymbol { Parameters.IsEmpty: true } when kind == InstrumentKind.Info =>
                (name, "it has no parameters, and an info tells what its labels say"),
            IMethodSymbol { IsExtern: true } or IPropertySymbol { IsExtern: true } => (name, "it is extern"),
            IMethodSymbol { IsAsync: true } => (name, "it is async"),
            IMethodSymbol { ExplicitInterfaceImplementations.Length: > 0 } or IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 } =>
                (name, "it implements an interface explicitly, and such a member cannot be partial"),
            IMethodSymbol when IsPartial(member, context) && !HasAccessibility(member, context) =>
                (name, "C# wants an accessibility modifier on a partial method that returns something"),
            _ when IsPartial(member, context) && (MemberParser.HasOwnBody(member) || !PartialParts.IsPartialDefinition(member)) => (name, "it has a body already"),
            _ => null,
        };
    }

    private static int InstrumentAttributeCount(ISymbol member) =>
        member.GetAttributes().Count(static attribute => InstrumentKind.Of(attribute) is not null);

    private static bool IsPartial(ISymbol member, ParsingContext context) =>
        PartialParts.IsPartialDefinition(member)
        || (member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation) is MemberDeclarationSyntax syntax
            && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool HasAccessibility(ISymbol member, ParsingContext context) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation) is not MemberDeclarationSyntax syntax
        || syntax.Modifiers.Any(static modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind()));

    /// <summary>What to write instead, as short as the user would.</summary>
    private static string Suggestion(ISymbol member, InstrumentKind kind, ParsingContext context)
    {
        var declaration = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation);
        var modifiers = declaration is MemberDeclarationSyntax syntax
            ? string.Concat(syntax.Modifiers
                .Where(static modifier => !modifier.IsKind(SyntaxKind.PartialKeyword) && !modifier.IsKind(SyntaxKind.AsyncKeyword) && !modifier.IsKind(SyntaxKind.ExternKeyword))
                .Select(static modifier => modifier.Text + " "))
            : "";
        modifiers = HasAccessibility(member, context) ? modifiers : "private " + modifiers;
        var type = member is IMethodSymbol { ReturnType: { } returned } && IsOther(returned, kind)
            || member is IPropertySymbol { Type: { } typed } && IsOther(typed, kind)
            ? kind.Instrument
            : kind.InstrumentName;
        type += kind.IsGeneric ? $"<{StatesOf(member)?.Name ?? UnknownStates}>" : "";
        var rest = kind == InstrumentKind.Info && member is IPropertySymbol or IMethodSymbol { Parameters.IsEmpty: true }
            ? "([MaxValues(10)] string version);"
            : member is IMethodSymbol ? declaration is MethodDeclarationSyntax { ParameterList: { } list } ? Compact(list) + ";" : "();" : " { get; }";
        return $"{modifiers}partial {type} {member.Name}{rest}";
    }

    private static bool IsOther(ITypeSymbol type, InstrumentKind kind) => type.Name == kind.InstrumentName && !kind.IsInstrument(type);

    /// <summary>The type to return, unless nobody can know what the states are to be.</summary>
    private static ImmutableDictionary<string, string?> ReturnType(ISymbol member, InstrumentKind kind)
    {
        var none = ImmutableDictionary<string, string?>.Empty;
        return !kind.IsGeneric ? none.Add(DeclarationDescriptors.ReturnTypeProperty, kind.Instrument)
            : StatesOf(member) is { } states ? none.Add(DeclarationDescriptors.ReturnTypeProperty, $"{kind.Instrument}<{CSharpText.OfType(states)}>")
            : none;
    }

    /// <summary>The enum that the member returns, or the one that a type which it returns is made of.</summary>
    private static ITypeSymbol? StatesOf(ISymbol member) => ((member as IMethodSymbol)?.ReturnType ?? (member as IPropertySymbol)?.Type) switch
    {
        { TypeKind: TypeKind.Enum } type => type,
        _ => StateParser.EnumOf(member),
    };

    private static string Compact(ParameterListSyntax list) =>
        $"({string.Join(", ", list.Parameters.Select(static parameter => $"{parameter.Type} {parameter.Identifier.Text}"))})";
}
