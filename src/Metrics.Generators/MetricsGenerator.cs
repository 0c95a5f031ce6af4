using System.Linq;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Catalogue;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators;

/// <summary>Writes the bodies of instrument members, the registration of their metrics, and the assembly's catalogue.</summary>
[Generator(LanguageNames.CSharp)]
public sealed partial class MetricsGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var groups = InstrumentKind.All.Select(kind => Groups(context, kind)).ToList();
        foreach (var found in groups)
        {
            context.RegisterSourceOutput(found, WriteGroup);
        }

        context.RegisterSourceOutput(OpenLabels(context), WriteOpenLabel);

        var catalogue = groups.Select(Catalogued).Aggregate(Joined).Select(InOrder).WithTrackingName(Steps.Catalogue);
        var assembly = context.CompilationProvider
            .Select(AssemblyReader.Read)
            .WithTrackingName(Steps.Assembly);

        context.RegisterSourceOutput(catalogue.Combine(assembly), WriteRegistration);
    }

    /// <summary>The tracking names of the steps.</summary>
    internal static class Steps
    {
        public const string OpenLabels = nameof(OpenLabels);
        public const string CataloguedGroups = nameof(CataloguedGroups);
        public const string Catalogue = nameof(Catalogue);
        public const string Assembly = nameof(Assembly);

        /// <summary>The step that finds the groups whose first instrument is of the kind.</summary>
        public static string Groups(InstrumentKind kind) => kind.AttributeName + "Groups";
    }
}
