using System.ComponentModel;
using System.Reflection;
using TypedMetrics.AspNetCore;
using TypedMetrics.Docs.Tests.Harness;

namespace TypedMetrics.Docs.Tests;

/// <summary>What a user can write is on a page.</summary>
public sealed class CompletenessTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] OfEveryValue = [nameof(Equals), nameof(GetHashCode), nameof(ToString)];

    public static TheoryData<string, string, Type> Described => new()
    {
        { "docs/instruments.md", "Counter", typeof(Counter) },
        { "docs/instruments.md", "Gauge", typeof(Gauge) },
        { "docs/instruments.md", "Histogram", typeof(Histogram) },
        { "docs/instruments.md", "Summary", typeof(Summary) },
        { "docs/instruments.md", "State set", typeof(StateSet<>) },
        { "docs/instruments.md", "Info", typeof(Info) },
        { "docs/exposition.md", "Endpoints", typeof(MetricsServerOptions) },
        { "docs/aspnetcore.md", "", typeof(HttpMetricsOptions) },
        { "docs/labels.md", "Changing it while the program runs", typeof(MetricControl) },
    };

    [Theory]
    [MemberData(nameof(Described))]
    public void SectionNamesEachMemberOfTheType(string page, string heading, Type type)
    {
        var text = MarkdownPage.Read(page).Section(heading);
        Assert.NotEmpty(text);
        Complaints.None(MembersOf(type).Where(member => !text.Contains(member, StringComparison.Ordinal)));
    }

    [Fact]
    public void EachAttributeIsOnAPage() => Complaints.None(
        Visible(typeof(CollectorRegistry).Assembly)
            .Where(static type => type.IsAssignableTo(typeof(Attribute)) && !type.IsAbstract)
            .Select(static type => "[" + type.Name[..^nameof(Attribute).Length])
            .Where(static name => !AllPages.Contains(name, StringComparison.Ordinal)));

    [Fact]
    public void EachMemberOfARegistryIsOnAPage() => Complaints.None(
        MembersOf(typeof(CollectorRegistry)).Where(static name => !AllPages.Contains(name, StringComparison.Ordinal)));

    private static string AllPages { get; } = string.Concat(
        Repository.Pages.Where(static page => page.StartsWith("docs/", StringComparison.Ordinal) && page.Count(static c => c == '/') == 1).Select(static page => MarkdownPage.Read(page).Section("")));

    private static IEnumerable<Type> Visible(Assembly assembly) => assembly.GetExportedTypes().Where(IsVisible);

    private static IEnumerable<string> MembersOf(Type type) => type.GetMembers(Declared)
        .Where(static member => member is MethodInfo { IsSpecialName: false } or PropertyInfo or EventInfo && IsVisible(member))
        .Select(static member => member.Name)
        .Except(OfEveryValue)
        .Where(static name => !name.Contains('<', StringComparison.Ordinal))
        .Distinct();

    private static bool IsVisible(MemberInfo member) => member.GetCustomAttribute<EditorBrowsableAttribute>()?.State != EditorBrowsableState.Never;
}
