using System.Globalization;

namespace TypedMetrics.Analyzers.Tests.CallSites;

/// <summary>MET210 to MET213 for tags of <c>System.Diagnostics.Metrics</c>: where each form is reported.</summary>
public class MeterTagTests
{
    [Theory]
    [InlineData("""Orders.Add(1, new Tag("id", {|MET210:id|}));""")]
    [InlineData("""Orders.Add(1, new KeyValuePair<string, object?>("id", {|MET210:id.ToString()|}));""")]
    [InlineData("""Orders.Add(1, new("id", {|MET210:id|}), new("day", day));""")]
    [InlineData("""Orders.Add(1, new Tag(value: {|MET210:id|}, key: "id"));""")]
    [InlineData("""Orders.Add(1, KeyValuePair.Create<string, object?>("id", {|MET210:id|}));""")]
    [InlineData("""Orders.Add(1, new Tag("day", day), new Tag("id", {|MET210:id|}));""")]
    [InlineData("""Orders.Add(1, new Tag("day", day), new Tag("flag", flag), new Tag("id", {|MET210:id|}));""")]
    [InlineData("""Orders.Add(1, new("a", 1), new("b", {|MET210:id|}), new("c", flag), new("d", {|MET210:exception.Message|}));""")]
    [InlineData("""Orders.Add(1, new Tag[] { new("day", day), new("id", {|MET210:id|}) });""")]
    [InlineData("""Orders.Add(1, new[] { new Tag("id", {|MET210:id|}) }.AsSpan());""")]
    [InlineData("""Orders.Add(1, [new("id", {|MET210:id|}), new("day", day)]);""")]
    [InlineData("""Orders.Add(1, (ReadOnlySpan<Tag>)[new("id", {|MET210:id|})]);""")]
    [InlineData("""Orders.Add(1, new TagList { { "id", {|MET210:id|} } });""")]
    [InlineData("""Orders.Add(1, new TagList { new Tag("id", {|MET210:id|}), { "day", day } });""")]
    [InlineData("""Orders.Add(1, new TagList([new("id", {|MET210:id|})]));""")]
    [InlineData("""Orders.Add(1, flag ? new Tag("id", {|MET210:id|}) : new Tag("text", "none"));""")]
    [InlineData("""Orders.Add(1, (new Tag("id", {|MET210:(id)|})));""")]
    [InlineData("""duration.Record(0.5, new Tag("id", {|MET210:id|}));""")]
    [InlineData("""level.Record(1, new Tag("id", {|MET210:id|}));""")]
    [InlineData("""queue.Add(-1, new TagList { { "id", {|MET210:id|} } });""")]
    [InlineData("""meter.CreateCounter<int>("now").Add(1, new Tag("id", {|MET210:id|}));""")]
    [InlineData("""Orders.Add(1, tags: new Tag[] { new("id", {|MET210:id|}) });""")]
    [InlineData("""Orders.Add(1, [.. Common, new("id", {|MET210:id|})]);""")]
    [InlineData("""Orders?.Add(1, new Tag("id", {|MET210:id|}));""")]
    [InlineData("""Orders.Add(1, new Tag("id", {|MET210:flag ? id : null|}));""")]
    [InlineData("""Orders.Add(1, [new("day", day), new("id", {|MET210:flag ? id : null|})]);""")]
    [InlineData("""Orders.Add(1, new TagList { { "day", day }, { "id", {|MET210:flag ? id : "none"|} } });""")]
    [InlineData("""Orders.Add(1, day switch { DayOfWeek.Monday => new Tag("id", {|MET210:id|}), _ => new Tag("id", "none") });""")]
    [InlineData("""Orders.Add(1, new Tag("id", {|MET210:await Task.FromResult(id)|}));""")]
    [InlineData("""texts.ForEach(one => Orders.Add(1, new Tag("id", {|MET210:id|})));""")]
    [InlineData("""Orders.Add(1, new Dictionary<string, object?> { ["id"] = {|MET210:id|} }.ToArray());""")]
    [InlineData("""Orders.Add(1, new Tag("text", {|MET210:exception.StackTrace!|}));""")]
    [InlineData("""Action count = () => Orders.Add(1, new Tag("id", {|MET210:id|})); count();""")]
    [InlineData("""void Count(object x) => Orders.Add(1, new Tag("id", {|MET210:x|})); Count(id);""")]
    public Task ReportsThePairsValue(string statement) => CallSiteTest.VerifyStatementsAsync(statement);

    [Theory]
    [InlineData("""var pair = new Tag("id", {|MET210:id|}); Orders.Add(1, pair);""")]
    [InlineData("""Tag pair = new("id", {|MET210:id|}); var copy = pair; Orders.Add(1, copy, pair);""")]
    [InlineData("""Tag pair; if (flag) { pair = new("id", {|MET210:id|}); } else { pair = new("text", "none"); } Orders.Add(1, pair);""")]
    [InlineData("""var tags = new TagList(); tags.Add("id", {|MET210:id|}); Orders.Add(1, tags);""")]
    [InlineData("""var tags = new TagList(); tags.Add(new("id", {|MET210:id|})); Orders.Add(1, in tags);""")]
    [InlineData("""TagList tags = default; tags.Insert(0, new("id", {|MET210:id|})); Orders.Add(1, tags);""")]
    [InlineData("""TagList tags = new() { { "day", day } }; tags[0] = new("id", {|MET210:id|}); Orders.Add(1, tags);""")]
    [InlineData("""var tags = new TagList { { "day", day } }; if (flag) { tags.Add("id", {|MET210:id|}); } duration.Record(1, tags);""")]
    [InlineData("""var tags = new TagList { { "id", {|MET210:id|} } }; var copy = tags; Orders.Add(1, copy);""")]
    [InlineData("""var tags = new Tag[2]; tags[0] = new("day", day); tags[1] = new("id", {|MET210:id|}); Orders.Add(1, tags);""")]
    [InlineData("""var tags = new Tag[] { new("id", {|MET210:id|}) }; Orders.Add(1, tags.AsSpan(0, 1));""")]
    [InlineData("""var tags = new List<Tag> { new("id", {|MET210:id|}) }; tags.Add(new("text", {|MET210:exception.Message|})); Orders.Add(1, tags.ToArray());""")]
    [InlineData("""Span<Tag> tags = new Tag[1]; tags[0] = new("id", {|MET210:id|}); Orders.Add(1, tags);""")]
    [InlineData("""Buffer buffer = default; buffer[0] = new("id", {|MET210:id|}); buffer[1] = new("day", day); Orders.Add(1, buffer);""")]
    [InlineData("""Buffer buffer = default; Span<Tag> tags = buffer; tags[1] = new("id", {|MET210:id|}); Orders.Add(1, tags[..2]);""")]
    [InlineData("""var tags = new Tag[1]; tags[0] = flag ? new("id", {|MET210:id|}) : new("text", "none"); Orders.Add(1, tags);""")]
    [InlineData("""var tags = new TagList(); try { tags.Add("id", {|MET210:id|}); } catch { tags.Add("text", {|MET210:exception.Message|}); } finally { tags.Add("day", day); } Orders.Add(1, tags);""")]
    [InlineData("""var tags = new TagList(); do { Orders.Add(1, tags); tags.Add("id", {|MET210:id|}); } while (flag);""")]
    [InlineData("""var tags = new List<Tag>(4); tags.AddRange([new("day", day), new("id", {|MET210:id|})]); Orders.Add(1, tags.ToArray());""")]
    [InlineData("""var tags = new List<Tag>(); tags.Insert(0, new("id", {|MET210:id|})); Orders.Add(1, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tags));""")]
    [InlineData("""Tag[] tags = [new("id", {|MET210:id|})]; Orders.Add(1, tags[..1]);""")]
    [InlineData("""var tags = new Tag[3]; var count = 0; tags[count++] = new("id", {|MET210:id|}); Orders.Add(1, tags.AsSpan(0, count));""")]
    [InlineData("""var tags = System.Collections.Immutable.ImmutableArray.Create(new Tag("id", {|MET210:id|})); Orders.Add(1, tags.AsSpan());""")]
    [InlineData("""void Count() { ReadOnlySpan<Tag> tags = [new("id", {|MET210:id|})]; Orders.Add(1, tags); } Count();""")]
    [InlineData("""Tag? pair = flag ? new Tag("id", {|MET210:id|}) : null; if (pair is { } given) { Orders.Add(1, given); }""")]
    [InlineData("""Tag? pair = flag ? new Tag("id", {|MET210:id|}) : null; Orders.Add(1, pair ?? new Tag("id", "none"), pair!.Value);""")]
    [InlineData("""foreach (var text2 in texts) { var tags = new TagList(); tags.Add("id", {|MET210:id|}); Orders.Add(1, tags); }""")]
    [InlineData("""var pair = new Tag("id", {|MET210:id|}); Orders.Add(1, pair); duration.Record(1, pair);""")]
    public Task FollowsVariablesToThePair(string statements) => CallSiteTest.VerifyStatementsAsync(statements);

    [Theory]
    [InlineData("""Orders.Add(1);""")]
    [InlineData("""Orders.Add(id.GetHashCode());""")]
    [InlineData("""duration.Record(Environment.TickCount, new Tag("day", day));""")]
    [InlineData("""Orders.Add(1, new Tag("plan", "pro"), new Tag("flag", flag), new Tag("day", day.ToString()));""")]
    [InlineData("""Orders.Add(1, new TagList { { "kind", exception.GetType().Name }, { "host", Environment.MachineName } });""")]
    [InlineData("""Orders.Add(1, new Tag("text", text));""")]
    [InlineData("""Orders.Add(1, new Tag("status", id == default ? "none" : "some"));""")]
    [InlineData("""var pair = new Tag("id", id); Console.WriteLine(pair);""")]
    [InlineData("""var tags = new TagList { { "id", id } }; Console.WriteLine(tags.Count);""")]
    [InlineData("""var tags = new TagList { { "day", day } }; Orders.Add(1, tags); tags.Add("id", id); Console.WriteLine(tags.Count);""")]
    [InlineData("""var tags = new TagList { { "id", id } }; tags = new TagList { { "day", day } }; Orders.Add(1, tags);""")]
    [InlineData("""using var activity = new Activity("run"); activity.SetTag("id", id); activity.AddTag("id", id.ToString());""")]
    [InlineData("""using var activity = new ActivitySource("a").StartActivity("run", ActivityKind.Server, default(ActivityContext), [new Tag("id", id)]);""")]
    [InlineData("""new Activity("run").AddEvent(new ActivityEvent("e", tags: new ActivityTagsCollection { { "id", id } }));""")]
    [InlineData("""new Activity("run").AddEvent(new ActivityEvent("e", tags: new ActivityTagsCollection([new Tag("id", id)])));""")]
    [InlineData("""var scope = new Dictionary<string, object?> { ["id"] = id }; Log(scope); static void Log(object state) { }""")]
    [InlineData("""using var scope = Logger.BeginScope(new TagList { { "id", id } });""")]
    [InlineData("""using var scope = Logger.BeginScope(new[] { new Tag("id", id) });""")]
    [InlineData("""using var scope = Logger.BeginScope(new Dictionary<string, object?> { ["id"] = id });""")]
    [InlineData("""new List<Tag>().Add(new Tag("id", id));""")]
    [InlineData("""new Dictionary<string, object?>().Add("id", id);""")]
    public Task IsSilentOnWhatIsBoundedOrReachesNoInstrument(string statements) => CallSiteTest.VerifyStatementsAsync(statements);

    [Theory]
    [InlineData("""Orders.Add(1, {|MET210:Pair(id)|}); Tag Pair(object one) => new("id", one);""")]
    [InlineData("""Orders.Add(1, {|MET210:Tags(id)|}); TagList Tags(object one) => new() { { "day", day }, { "id", one } };""")]
    [InlineData("""var tags = Tags(id); Orders.Add(1, {|MET210:tags|}); Tag[] Tags(object one) => [new("id", one)];""")]
    [InlineData("""Orders.Add(1, new Tag("day", day), {|MET210:Pair(id)|}); Tag Pair(object one) { var made = new Tag("id", one); return made; }""")]
    [InlineData("""void Count(TagList tags, object one) { tags.Add("id", {|MET210:one|}); Orders.Add(1, {|MET210:tags|}); } Count(new() { { "text", exception.Message } }, id);""")]
    [InlineData("""void Count(TagList tags, object one) { tags.Add("id", {|MET210:one|}); Orders.Add(1, tags); } Count(new() { { "day", day } }, id);""")]
    public Task ReportsAtTheArgumentWhatIsMadeElsewhere(string statements) => CallSiteTest.VerifyStatementsAsync(statements);

    [Theory]
    [InlineData("""Orders.Add(1, Pair(day)); Tag Pair(object one) => new("id", one);""")]
    [InlineData("""Orders.Add(1, Pair("a")); Tag Pair(string one) => new(one, one);""")]
    public Task IsSilentOnBoundedPairsThatAreMadeElsewhere(string statements) => CallSiteTest.VerifyStatementsAsync(statements);

    [Theory]
    [InlineData("""request.HttpContext.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new("path", {|MET210:id|}));""")]
    [InlineData("""var feature = request.HttpContext.Features.GetRequiredFeature<IHttpMetricsTagsFeature>(); feature.Tags.Add(new Tag("id", {|MET210:id|}));""")]
    [InlineData("""HttpMetricsEnrichmentContext.AddCallback(new HttpRequestMessage(), one => one.AddCustomTag("id", {|MET210:id|}));""")]
    public Task ReportsTagsOfTheFrameworksMetrics(string statement) => CallSiteTest.VerifyStatementsAsync(statement);

    [Fact]
    public Task IsSilencedByPragma() => CallSiteTest.VerifyStatementsAsync("""
        #pragma warning disable MET210
        Orders.Add(1, new Tag("order", id));
        #pragma warning restore MET210
        """);

    [Fact]
    public async Task NamesTagAndInstrumentAndWhatHappens()
    {
        var found = Assert.Single(await CallSiteTest.VerifyStatementsAsync("""Orders.Add(1, new Tag("order", {|MET210:id|}));"""));
        Assert.Equal(
            "Tag 'order' of 'orders' gets a value without bound: Guid 'id' (each new value is one more time series, kept for good); "
                + "leave it out: a log entry or a trace can carry it",
            found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("""meter.CreateCounter<int>("now").Add(1, new Tag("id", {|MET210:id|}));""", "Tag 'id' of 'now' ")]
    [InlineData("""var hits = meter.CreateCounter<int>("hits"); hits.Add(1, new Tag("id", {|MET210:id|}));""", "Tag 'id' of 'hits' ")]
    [InlineData("""void Count(Counter<int> given) => given.Add(1, new Tag("id", {|MET210:id|})); Count(null!);""", "Tag 'id' of 'given' ")]
    [InlineData("""duration.Record(1, new Tag(text, {|MET210:id|}));""", "A tag of 'duration' ")]
    public async Task CallsTheInstrumentWhatTheProgramTells(string statement, string beginning)
    {
        var found = Assert.Single(await CallSiteTest.VerifyStatementsAsync(statement));
        Assert.StartsWith(beginning, found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
