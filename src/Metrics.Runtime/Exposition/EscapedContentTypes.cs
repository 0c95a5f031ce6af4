namespace TypedMetrics.Exposition;

/// <summary>
/// A format of version 1.0.0 with each escaping scheme for names that Prometheus 3 knows. All our names are legal in every
/// Prometheus, so that the schemes differ in the Content-Type alone, which must repeat the one that was asked for.
/// </summary>
internal sealed class EscapedContentTypes(ExpositionFormat format, string contentType)
{
    private readonly (string Scheme, NegotiatedFormat Format)[] _schemes =
    [
        .. from scheme in new[] { "underscores", "allow-utf-8", "dots", "values" }
           select (scheme, new NegotiatedFormat(format, $"{contentType}; escaping={scheme}")),
    ];

    /// <summary>The scheme that holds where none is asked for.</summary>
    public NegotiatedFormat Underscores => _schemes[0].Format;

    /// <summary>The format with this scheme; <see langword="null"/> where the scheme is unknown.</summary>
    public NegotiatedFormat? Find(ReadOnlySpan<char> scheme)
    {
        foreach (var (name, escaped) in _schemes)
        {
            if (scheme.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return escaped;
            }
        }

        return null;
    }
}
