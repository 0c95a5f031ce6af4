using System.Linq;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Catalogue;

/// <summary>What the catalogue and the registration need to know of a group; how its bodies are written is not part of it.</summary>
/// <param name="FullName">The group's full name.</param>
/// <param name="Holder">The type that registers a static group; <see langword="null"/> for an instance group.</param>
/// <param name="Owner">Who answers for the group.</param>
/// <param name="ConstantLabels">Each written <c>name=value</c>.</param>
/// <param name="Metrics">The group's metrics in the order of their declaration, those of callbacks last.</param>
internal sealed record CatalogueGroup(
    string FullName, string? Holder, string? Owner, EquatableArray<string> ConstantLabels, EquatableArray<MetricModel> Metrics)
{
    public static CatalogueGroup Of(GroupModel group) => new(
        group.FullName,
        group.Instance is null ? group.HolderName : null,
        group.Owner,
        group.ConstantLabels,
        new(group.Accessors.Select(static accessor => accessor.Metric).OfType<MetricModel>().Concat(group.Callbacks.Select(static callback => callback.Metric))));
}
