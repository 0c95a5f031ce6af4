using System.Reflection;
using System.Text.RegularExpressions;
using TypedMetrics.Analyzers.Tests.Rules;
using TypedMetrics.AspNetCore;
using TypedMetrics.Testing;

namespace TypedMetrics.Docs.Tests.Harness;

/// <summary>Looks up what a page names in backticks and what looks like ours: rules, members of public types, families, attributes.</summary>
/// <param name="families">The families that every program has.</param>
internal sealed partial class NameCheck(IReadOnlyCollection<string> families)
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private static readonly ILookup<string, Type> Types = new[] { typeof(CollectorRegistry).Assembly, typeof(MetricsEndpointOptions).Assembly, typeof(MetricAssert).Assembly }
        .SelectMany(static assembly => assembly.GetExportedTypes())
        .ToLookup(static type => type.Name.Split('`')[0], StringComparer.Ordinal);

    private static readonly string WebCatalogue = typeof(MetricsEndpointOptions).Assembly.GetCustomAttribute<MetricCatalogueAttribute>()!.Json;

    /// <summary>The rules that a page speaks of and that do not exist.</summary>
    public static IReadOnlyList<string> UnknownRules(MarkdownPage page) =>
    [
        .. from line in page.Prose
           from match in Rule().Matches(line.Text).AsEnumerable()
           where !RuleCatalogue.Declared.Any(rule => rule.Id == match.Value)
           select $"{page.Path}({line.Line}): there is no rule {match.Value}",
    ];

    /// <summary>The names in backticks that are not there.</summary>
    public IReadOnlyList<string> UnknownNames(MarkdownPage page) =>
        [.. page.Code.Where(code => IsUnknown(code.Text)).Select(code => $"{page.Path}({code.Line}): '{code.Text}' does not exist")];

    private bool IsUnknown(string code)
    {
        if (Attribute().Match(code) is { Success: true } attribute)
        {
            return !Types.Contains(attribute.Groups[1].Value + "Attribute");
        }

        if (Member().Match(code) is { Success: true } member && Types.Contains(member.Groups[1].Value))
        {
            return !Types[member.Groups[1].Value].Any(type => Has(type, member.Groups[2].Value));
        }

        return Family().Match(code) is { Success: true } family && !IsFamily(family.Groups[1].Value);
    }

    // Extension members live in a class of their own: HttpVerb.From in HttpVerbExtensions.
    private static bool Has(Type type, string member) =>
        type.GetMember(member, Members).Length > 0 || Types[type.Name + "Extensions"].Any(extensions => extensions.GetMember(member, Members).Length > 0);

    // A name that ends in an underscore stands for all that begin so.
    private bool IsFamily(string name) => name.EndsWith('_')
        ? families.Any(family => family.StartsWith(name, StringComparison.Ordinal))
        : families.Contains(name) || WebCatalogue.Contains($"\"{name}\"", StringComparison.Ordinal);

    [GeneratedRegex(@"\bMET\d{3}\b")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\[([A-Z]\w+)(?:\(.*\))?\](?: \w+)?$")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^([A-Z]\w+)\.([A-Z]\w+)(?:\(.*\))?$")]
    private static partial Regex Member();

    [GeneratedRegex(@"^((?:typedmetrics|dotnet|process|http_server)_[a-z_]*)(?:…|\{.*\})?$")]
    private static partial Regex Family();
}
