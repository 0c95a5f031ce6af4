using System.Linq;
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
        var groups = InstrumentKind.All.Select(kind => Groups(context, kind).Collect()).Aggregate(Joined)
            .Select(InOrder).WithTrackingName(Steps.Groups)
            .SelectMany(static (all, _) => all.Items);
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
        public const string CataloguedGroups = nameof(CataloguedGroups);
        public const string Catalogue = nameof(Catalogue);
        public const string Assembly = nameof(Assembly);

        /// <summary>The step that finds the groups whose first instrument is of the kind.</summary>
        public static string GroupsOf(InstrumentKind kind) => kind.AttributeName + "Groups";
    }
}
