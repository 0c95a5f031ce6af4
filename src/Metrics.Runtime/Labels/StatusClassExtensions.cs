using System.Net;

namespace TypedMetrics;

/// <summary>Turns HTTP status codes into a <see cref="StatusClass"/>.</summary>
public static class StatusClassExtensions
{
    extension(StatusClass)
    {
        /// <summary>The class of a status code.</summary>
        /// <param name="statusCode">The code.</param>
        /// <returns>The class; <see cref="StatusClass.Other"/> below 100 and above 599.</returns>
        public static StatusClass From(int statusCode) =>
            (uint)(statusCode - 100) < 500 ? (StatusClass)((statusCode - 100) / 100) : StatusClass.Other;

        /// <summary>The class of a status code.</summary>
        /// <param name="statusCode">The code.</param>
        /// <returns>The class; <see cref="StatusClass.Other"/> below 100 and above 599.</returns>
        public static StatusClass From(HttpStatusCode statusCode) => StatusClass.From((int)statusCode);
    }
}
