using System.Diagnostics.CodeAnalysis;

namespace Checkout;

/// <summary>Who sells in the shop. A label takes the tenant found here, never the text that a request carries.</summary>
internal static class Tenants
{
    private static readonly Dictionary<string, string> ByApiKey = new(StringComparer.Ordinal)
    {
        ["key-1"] = "acme",
        ["key-2"] = "globex",
        ["key-3"] = "initech",
    };

    public static IReadOnlyCollection<string> ApiKeys => ByApiKey.Keys;

    public static bool TryFind(string apiKey, [NotNullWhen(true)] out string? tenant) => ByApiKey.TryGetValue(apiKey, out tenant);
}
