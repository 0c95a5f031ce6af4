using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Labels;

/// <summary>Members that are read at every scrape, from the attribute to the samples.</summary>
public class CallbackTests
{
    [Theory]
    [InlineData("int X() => 3;")]
    [InlineData("private long X => 3;")]
    [InlineData("protected double X = 3;")]
    [InlineData("static float Y => 1.5f; [ObservableGauge(\"x\")] private float X() => Y * 2;", "")]
    [InlineData("private protected decimal? X { get; } = 3;")]
    [InlineData("internal ulong @X() => 3;")]
    public void ReadsEveryMember(string member, string attribute = "[ObservableGauge(\"x\")] ") =>
        Assert.Equal(["x 3"], Samples(attribute + member));

    [Fact]
    public void LeavesOutWhatIsNotThere() => Assert.Empty(Samples("[ObservableGauge(\"x\")] private int? X => null;"));

    [Fact]
    public void CountsWhatIsACounter() =>
        Assert.Equal(["x_total 7"], Samples("private long _count = 7; [ObservableCounter(\"x\")] private long X() => _count--;"));

    [Theory]
    [InlineData("bool a", "a ? 1 : 2", "a=false 2", "a=true 1")]
    [InlineData("bool? a", "a is null ? 3 : a.Value ? 1 : 2", "a=false 2", "a=true 1", " 3")]
    [InlineData("Shade a", "(int)a", "a=light 5", "a=dark -1")]
    [InlineData("Shade? a", "(int?)a ?? 9", "a=light 5", "a=dark -1", " 9")]
    [InlineData("Weather a", "(int)a", "a=sunny 0", "a=other 1")]
    [InlineData("[OneOf(\"p\", \"qq\")] string a", "a.Length", "a=p 1", "a=qq 2")]
    [InlineData("[OneOf(\"p\", \"qq\")] string? a", "a?.Length ?? 0", "a=p 1", "a=qq 2", " 0")]
    [InlineData("[OneOf(\"p\", \"qq\")] ReadOnlySpan<char> a", "a.Length", "a=p 1", "a=qq 2")]
    [InlineData("[InRange(-1, 1)] int a", "a * 2", "a=-1 -2", "a=0 0", "a=1 2")]
    [InlineData("[InRange(250, 251)] byte? a", "a ?? 0", "a=250 250", "a=251 251", " 0")]
    [InlineData("[InRange(long.MaxValue - 1, long.MaxValue)] ulong a", "a == long.MaxValue ? 1 : 2", "a=9223372036854775806 2", "a=9223372036854775807 1")]
    [InlineData("[InRange(long.MinValue, long.MinValue + 1)] long a", "a == long.MinValue ? 1 : 2", "a=-9223372036854775808 1", "a=-9223372036854775807 2")]
    [InlineData("[InRange(1, 2)] nint a", "(int)a", "a=1 1", "a=2 2")]
    public void IsCalledOnceForEachDeclaredValue(string parameter, string value, params string[] series) => Assert.Equal(
        series.Select(static sample => sample.StartsWith(' ') ? "x" + sample : $"x{{{sample.Replace("=", "=\"", StringComparison.Ordinal).Replace(" ", "\"} ", StringComparison.Ordinal)}"),
        Samples($"[ObservableGauge(\"x\")] private double X({parameter}) => {value};"));

    [Fact]
    public void IsCalledOnceForEachCombination() => Assert.Equal(
        [
            """x{shade="light",shelf="1",warm="false"} 5""", """x{shade="light",shelf="1",warm="true"} 5.5""",
            """x{shade="light",shelf="2",warm="false"} 10""", """x{shade="light",shelf="2",warm="true"} 10.5""",
            """x{shade="dark",shelf="1",warm="false"} -1""", """x{shade="dark",shelf="1",warm="true"} -0.5""",
            """x{shade="dark",shelf="2",warm="false"} -2""", """x{shade="dark",shelf="2",warm="true"} -1.5""",
        ],
        Samples("[ObservableGauge(\"x\")] private double X(Shade shade, [InRange(1, 2)] int shelf, bool warm) => ((int)shade * shelf) + (warm ? 0.5 : 0);"));

    [Fact]
    public void StaticGroupsOfAnyAccessibilityAreRead() => Assert.Equal(
        ["x_total 4", "y 2"],
        Samples(
            "",
            """
            public partial class Outer
            {
                private static partial class Middle
                {
                    private partial struct Inner
                    {
                        [ObservableCounter("x_total")] private static int X() => 4;
                        [ObservableGauge("y")] private static int Y => 2;
                    }
                }
            }
            """,
            CollectorRegistry.Default,
            "x_", "y "));

    private static IReadOnlyList<string> Samples(string member) => Samples(member, "", null, "x");

    private static IReadOnlyList<string> Samples(string member, string types, CollectorRegistry? registry, params string[] names)
    {
        var own = Behaviour.Run(
            $$"""
            public enum Shade { Light = 5, Dark = -1 }
            public enum Weather { Sunny, Other }
            public partial class Metrics
            {
                [Counter("made_total")] public partial Counter Made { get; }
                {{member}}
            }
            {{types}}
            """,
            "metrics.Made.Inc();");
        return [.. names.SelectMany(name => Scrape.Samples(registry ?? own, name))];
    }
}
