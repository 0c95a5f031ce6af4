using System.Globalization;

namespace TypedMetrics.Analyzers.Tests.CallSites;

/// <summary>Observable instruments, tags of instruments and meters, and names, all of <c>System.Diagnostics.Metrics</c>.</summary>
public class MeterCreationTests
{
    [Theory]
    [InlineData("""meter.CreateObservableGauge("g", () => new Measurement<int>(1, new Tag("id", {|MET210:id|})));""")]
    [InlineData("""meter.CreateObservableCounter("c", () => new Measurement<int>(1, new TagList { { "id", {|MET210:id|} } }));""")]
    [InlineData("""meter.CreateObservableUpDownCounter("u", () => new[] { new Measurement<int>(1, new Tag("id", {|MET210:id|})) });""")]
    [InlineData("""meter.CreateObservableGauge("g", () => new List<Measurement<int>> { new(1, new("day", day), new("id", {|MET210:id|})) });""")]
    [InlineData("""meter.CreateObservableGauge("g", () => { var tags = new List<Tag> { new("id", {|MET210:id|}) }; return new Measurement<int>(1, tags); });""")]
    [InlineData("""meter.CreateObservableGauge("g", () => new Measurement<int>(1, new Dictionary<string, object?> { ["id"] = {|MET210:id|} }));""")]
    [InlineData("""meter.CreateObservableGauge("g", Measure); Measurement<int> Measure() => new(1, new Tag("id", {|MET210:id|}));""")]
    [InlineData("""meter.CreateObservableGauge("g", Measure); IEnumerable<Measurement<int>> Measure() { yield return new(1, [new("id", {|MET210:Guid.NewGuid()|})]); }""")]
    [InlineData("""var found = new List<Measurement<int>>(); found.Add(new(1, new Tag("id", {|MET210:id|}))); meter.CreateObservableGauge("g", () => found);""")]
    [InlineData("""var measured = new Measurement<int>(1, (ReadOnlySpan<Tag>)[new("id", {|MET210:id|})]); meter.CreateObservableGauge("g", () => measured);""")]
    public Task ReportsTagsOfMeasurements(string statements) => CallSiteTest.VerifyStatementsAsync(statements);

    [Theory]
    [InlineData("""meter.CreateCounter<int>("c", null, description: null, tags: [new Tag("id", {|MET210:id|})]);""")]
    [InlineData("""meter.CreateHistogram<int>("c", "u", "d", new List<Tag> { new("day", day), new("id", {|MET210:id|}) });""")]
    [InlineData("""var tags = new TagList { { "id", {|MET210:id|} } }; meter.CreateUpDownCounter<int>("c", null, null, tags);""")]
    [InlineData("""meter.CreateObservableGauge("g", () => 1, null, null, new[] { new Tag("id", {|MET210:id|}) });""")]
    [InlineData("""new Meter("m", "1.0", [new("id", {|MET210:id|})]);""")]
    [InlineData("""new Meter("m", "1.0", new Dictionary<string, object?> { { "id", {|MET210:id|} } }, null);""")]
    [InlineData("""new Meter(new MeterOptions("m") { Tags = [new("id", {|MET210:id|})] });""")]
    [InlineData("""var options = new MeterOptions("m") { Tags = flag ? [new("id", {|MET210:id|})] : null };""")]
    [InlineData("""var options = new MeterOptions("m"); options.Tags = new TagList { { "id", {|MET210:id|} } }; new Meter(options);""")]
    [InlineData("""IMeterFactory factory = null!; factory.Create("m", tags: [new Tag("id", {|MET210:id|})]);""")]
    public Task ReportsTagsOfInstrumentsAndMeters(string statements) => CallSiteTest.VerifyStatementsAsync(statements);

    [Theory]
    [InlineData("""meter.CreateCounter<int>({|MET210:exception.Message|});""")]
    [InlineData("""var name = id.ToString("N"); meter.CreateGauge<int>({|MET210:name|});""")]
    [InlineData("""meter.CreateObservableGauge({|MET210:exception.Message|}, () => 1);""")]
    [InlineData("""new Meter({|MET210:exception.Message|});""")]
    [InlineData("""new Meter(new MeterOptions({|MET210:exception.Message|}));""")]
    [InlineData("""IMeterFactory factory = null!; factory.Create({|MET210:exception.Message|});""")]
    public Task ReportsNamesBuiltAtRunTime(string statements) => CallSiteTest.VerifyStatementsAsync(statements);

    [Theory]
    [InlineData("""meter.CreateCounter<int>(text);""")]
    [InlineData("""meter.CreateCounter<int>(nameof(Service) + "_total", description: exception.Message);""")]
    [InlineData("""meter.CreateCounter<int>($"orders_{day}");""")]
    [InlineData("""new Meter(typeof(Service).FullName!);""")]
    [InlineData("""new Meter("m", typeof(Service).Assembly.GetName().Version!.ToString(), [new("host", Environment.MachineName)]);""")]
    [InlineData("""meter.CreateObservableGauge("g", () => id.GetHashCode());""")]
    [InlineData("""meter.CreateObservableGauge("g", () => new Measurement<long>(Environment.TickCount64, new Tag("day", day)));""")]
    public Task IsSilentOnFixedNamesAndMeasuredValues(string statements) => CallSiteTest.VerifyStatementsAsync(statements);

    [Fact]
    public async Task SaysThatEachNameIsAFamily()
    {
        var found = Assert.Single(await CallSiteTest.VerifyStatementsAsync("""meter.CreateCounter<int>({|MET210:exception.Message|});"""));
        Assert.Equal(
            "The name of a counter gets a value without bound: Exception.Message (each new name is one more metric family, kept for good); "
                + "pass the exception's type name instead",
            found.GetMessage(CultureInfo.InvariantCulture));
    }
}
