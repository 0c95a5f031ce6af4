namespace TypedMetrics.Generators.Model;

/// <summary>A member of a group, ready to be written.</summary>
/// <param name="Member">Its C#.</param>
/// <param name="Metric">Its metric; <see langword="null"/> where the declaration is wrong and the body counts nothing.</param>
/// <param name="Field">The field that holds its family.</param>
internal sealed record AccessorModel(MemberModel Member, MetricModel? Metric, string Field)
{
    /// <summary>One for each label of the metric.</summary>
    public EquatableArray<LabelArgument> Arguments { get; init; }

    /// <summary>What the user wrote about the member.</summary>
    public DocumentationModel Documentation { get; init; } = DocumentationModel.None;
}
