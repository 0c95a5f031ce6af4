using System.Text;
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
