using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.Cardinality;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.CallSites;

/// <summary>
/// Tags that a program adds to the framework's own HTTP metrics: <c>IHttpMetricsTagsFeature.Tags</c> of ASP.NET Core, and
/// <c>HttpMetricsEnrichmentContext.AddCustomTag</c> of <c>HttpClient</c>.
/// </summary>
internal static class HttpEnrichment
{
    private const string ServerMetric = "'http.server.request.duration'";
    private const string ClientMetric = "'http.client.request.duration'";

    public static bool IsAdding(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "Add" => IsServerTags(call.Instance),
        "AddCustomTag" => IsClient(call),
        _ => false,
    };

    /// <summary>The uses that a call makes for which <see cref="IsAdding"/> holds.</summary>
    public static IEnumerable<LabelUse> Uses(FunctionBody body, IInvocationOperation call, ForeignUses uses) =>
        IsClient(call)
            ? call.Arguments.Where(static argument => argument.Parameter is { Ordinal: 1 }).Select(argument => new LabelUse(
                ForeignLabel.Tag(call.Arguments.FirstOrDefault(static one => one.Parameter is { Ordinal: 0 })?.Value, ClientMetric),
                argument.Value,
                ValueLocation.Of(argument.Value, argument.Syntax)))
            : call.Arguments.SelectMany(argument => uses.OfPairs(body, argument, static key => ForeignLabel.Tag(key, ServerMetric)));

    private static bool IsServerTags(IOperation? instance) =>
        instance is IPropertyReferenceOperation { Property: { Name: "Tags", ContainingType: { Name: "IHttpMetricsTagsFeature" } feature } }
        && MetadataNames.Is(feature, "Microsoft.AspNetCore.Http.Features.IHttpMetricsTagsFeature");

    private static bool IsClient(IInvocationOperation call) =>
        call.TargetMethod.Name == "AddCustomTag" && MetadataNames.Is(call.TargetMethod.ContainingType, "System.Net.Http.Metrics.HttpMetricsEnrichmentContext");
}
