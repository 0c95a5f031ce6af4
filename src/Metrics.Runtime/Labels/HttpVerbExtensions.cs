namespace TypedMetrics;

/// <summary>Turns raw request methods into an <see cref="HttpVerb"/>.</summary>
public static class HttpVerbExtensions
{
    extension(HttpVerb)
    {
        /// <summary>The verb of a request method. Upper and lower case are the same; nothing is allocated.</summary>
        /// <param name="method">The method as it was sent.</param>
        /// <returns>The verb; <see cref="HttpVerb.Other"/> for any other text and for <see langword="null"/>.</returns>
        public static HttpVerb From(string? method) => Parse(method);

        /// <summary>The verb of a request method. Upper and lower case are the same; nothing is allocated.</summary>
        /// <param name="method">The method as it was sent.</param>
        /// <returns>The verb; <see cref="HttpVerb.Other"/> for any other text.</returns>
        public static HttpVerb From(ReadOnlySpan<char> method) => Parse(method);
    }

    private static HttpVerb Parse(ReadOnlySpan<char> method) => method.Length switch
    {
        3 => Is(method, "GET") ? HttpVerb.Get : Is(method, "PUT") ? HttpVerb.Put : HttpVerb.Other,
        4 => Is(method, "POST") ? HttpVerb.Post : Is(method, "HEAD") ? HttpVerb.Head : HttpVerb.Other,
        5 => Is(method, "PATCH") ? HttpVerb.Patch : Is(method, "TRACE") ? HttpVerb.Trace : HttpVerb.Other,
        6 => Is(method, "DELETE") ? HttpVerb.Delete : HttpVerb.Other,
        7 => Is(method, "OPTIONS") ? HttpVerb.Options : Is(method, "CONNECT") ? HttpVerb.Connect : HttpVerb.Other,
        _ => HttpVerb.Other,
    };

    private static bool Is(ReadOnlySpan<char> method, string name) =>
        method.Equals(name, StringComparison.OrdinalIgnoreCase);
}
