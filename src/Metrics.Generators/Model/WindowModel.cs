namespace TypedMetrics.Generators.Model;

/// <summary>What a summary tells of late.</summary>
/// <param name="Quantiles">The quantiles, stated or by rule.</param>
/// <param name="MaxAgeSeconds">The length of the window, where it is stated.</param>
/// <param name="AgeBuckets">The number of its parts, where it is stated.</param>
internal sealed record WindowModel(EquatableArray<double> Quantiles, double? MaxAgeSeconds, int? AgeBuckets);
