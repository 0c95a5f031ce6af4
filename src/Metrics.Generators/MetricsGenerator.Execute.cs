using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedMetrics.Generators.Catalogue;
using TypedMetrics.Generators.Emission;
using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators;

public sealed partial class MetricsGenerator
{
    /// <summary>The groups whose first instrument is of the kind: each group is found once, by that member.</summary>
    private static IncrementalValuesProvider<GroupModel> Groups(
        IncrementalGeneratorInitializationContext context, InstrumentKind kind) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(kind.MetadataName, static (node, _) => node is MemberDeclarationSyntax or VariableDeclaratorSyntax, ParseGroup)
            .Where(static group => group is not null)
            .Select(static (group, _) => group!)
            .WithTrackingName(Steps.GroupsOf(kind));

    private static GroupModel? ParseGroup(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (context.TargetSymbol.ContainingType is not { } type
            || GroupParser.InstrumentMembers(type).FirstOrDefault() is not { } first
            || InstrumentKind.FirstOn(first)?.Attribute is not { } attribute
            || !context.Attributes.Any(candidate => IsSame(candidate, attribute))
            || (first is IFieldSymbol && !SymbolEqualityComparer.Default.Equals(first, context.TargetSymbol)))
        {
            return null;
        }

        return GroupParser.Parse(type, context.SemanticModel.Compilation, cancellation)?.Model;
    }

    /// <summary>The types marked as open labels.</summary>
    private static IncrementalValuesProvider<OpenLabelModel> OpenLabels(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.Namespace + "." + KnownNames.OpenLabel,
                static (node, _) => node is TypeDeclarationSyntax,
                static (attributed, cancellation) => attributed.TargetSymbol is INamedTypeSymbol type
                    ? OpenTypeParser.Parse(type, new ParsingContext(attributed.SemanticModel.Compilation, cancellation))
                    : null)
            .Where(static label => label is not null)
            .Select(static (label, _) => label!)
            .WithTrackingName(Steps.OpenLabels);

    private static bool IsSame(AttributeData left, AttributeData right) =>
        left.ApplicationSyntaxReference is { } one
        && right.ApplicationSyntaxReference is { } other
        && one.SyntaxTree == other.SyntaxTree
        && one.Span == other.Span;

    private static IncrementalValueProvider<ImmutableArray<GroupModel>> Joined(
        IncrementalValueProvider<ImmutableArray<GroupModel>> left, IncrementalValueProvider<ImmutableArray<GroupModel>> right) =>
        left.Combine(right).Select(static (both, _) => both.Left.AddRange(both.Right));

    // The compiler's table of the members with an attribute goes by position: an attribute that is added anywhere moves what comes
    // after it, and all of that would count as modified. The list as a whole, in an order of its own, is equal to the one before.
    private static EquatableArray<GroupModel> InOrder(ImmutableArray<GroupModel> groups, CancellationToken cancellation) =>
        new(groups.Sort(static (left, right) => string.CompareOrdinal(left.FullName, right.FullName)));

    private static void WriteGroup(SourceProductionContext context, GroupModel group) =>
        context.AddSource(group.HintName, SourceText.From(GroupWriter.Write(group), Encoding.UTF8));

    private static void WriteOpenLabel(SourceProductionContext context, OpenLabelModel label) =>
        context.AddSource(label.HintName, SourceText.From(OpenLabelWriter.Write(label), Encoding.UTF8));

    private static void WriteRegistration(
        SourceProductionContext context, (EquatableArray<CatalogueGroup> Groups, AssemblyModel Assembly) input)
    {
        if (RegistrationWriter.Write(input.Assembly, input.Groups) is { } source)
        {
            context.AddSource(RegistrationWriter.HintName, SourceText.From(source, Encoding.UTF8));
        }
    }
}
