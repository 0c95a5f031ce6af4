using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Catalogue;
using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators;

/// <summary>Writes the bodies of instrument members, the registration of their metrics, and the assembly's catalogue.</summary>
[Generator(LanguageNames.CSharp)]
public sealed partial class MetricsGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The list as a whole, in an order of its own: where it is equal to the one before, nothing after it runs.
        var groups = context.CompilationProvider
            .Select(GroupsParser.Parse).WithTrackingName(Steps.Groups)
            .SelectMany(static (all, _) => all.Items).WithTrackingName(Steps.EachGroup);
        context.RegisterSourceOutput(groups, WriteGroup);

        var openLabels = OpenLabels(context).Collect()
            .Select(static (all, _) => new EquatableArray<OpenLabelModel>(all))
            .SelectMany(static (all, _) => all.Items);
        context.RegisterSourceOutput(openLabels, WriteOpenLabel);

        var catalogue = groups
            .Select(static (group, _) => CatalogueGroup.Of(group)).WithTrackingName(Steps.CataloguedGroups)
            .Collect()
            .Select(static (all, _) => new EquatableArray<CatalogueGroup>(all)).WithTrackingName(Steps.Catalogue);
        var assembly = context.CompilationProvider
            .Select(AssemblyReader.Read)
            .WithTrackingName(Steps.Assembly);

        context.RegisterSourceOutput(catalogue.Combine(assembly), WriteRegistration);
    }

    /// <summary>The tracking names of the steps.</summary>
    internal static class Steps
    {
        public const string OpenLabels = nameof(OpenLabels);
        public const string Groups = nameof(Groups);
        public const string EachGroup = nameof(EachGroup);
        public const string CataloguedGroups = nameof(CataloguedGroups);
        public const string Catalogue = nameof(Catalogue);
        public const string Assembly = nameof(Assembly);
    }
}
