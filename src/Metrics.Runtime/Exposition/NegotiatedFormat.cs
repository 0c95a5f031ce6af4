namespace TypedMetrics.Exposition;

/// <summary>What a request and we agree on.</summary>
/// <param name="Format">The format of the body.</param>
/// <param name="ContentType">The response's Content-Type. It is always one of our own texts, never one of the request's.</param>
internal readonly record struct NegotiatedFormat(ExpositionFormat Format, string ContentType);
