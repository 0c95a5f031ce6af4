using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Labels;

/// <summary>State sets and infos as they are declared, from the attribute to the scrape.</summary>
public class StateSetTests
{
    [Theory]
    [InlineData("enum State { Off, On, HalfOpen }")]
    [InlineData("enum State : byte { Off = 200, On = 255, HalfOpen = 0 }")]
    [InlineData("enum State : sbyte { Off = -128, On = 127, HalfOpen = -1 }")]
    [InlineData("enum State : ushort { Off = 65535, On = 1, HalfOpen = 0 }")]
    [InlineData("enum State : uint { Off = uint.MaxValue, On = 1, HalfOpen = 0, Half_Open_Again = 0 }")]
    [InlineData("enum State : long { Off = long.MinValue, On = long.MaxValue, HalfOpen = -1 }")]
    [InlineData("enum State : ulong { Off = ulong.MaxValue, On = 0, HalfOpen = long.MaxValue }")]
    public void TakesEveryUnderlyingType(string state) => Assert.Equal(
        ["""x{x="off"} 0""", """x{x="on"} 0""", """x{x="half_open"} 1"""],
        Samples(
            $$"""
            public {{state}}
            public partial class Metrics { [StateSet("x")] public partial StateSet<State> X { get; } }
            """,
            "metrics.X.Set(State.On); metrics.X.Set(State.HalfOpen); if (metrics.X.Current != State.HalfOpen) { throw new Exception(); }"));

    [Fact]
    public void NamesStatesAsItsAttributeSays() => Assert.Equal(
        ["""x{warm="true",x="OFF"} 0""", """x{warm="true",x="it's on"} 1"""],
        Samples(
            """
            public enum State { Off, [LabelValue("it's on")] On }
            public partial class Metrics { [StateSet("x", Case = LabelCase.Upper)] public partial StateSet<State> X(bool warm); }
            """,
            "metrics.X(true).Set(State.On, true);"));

    [Fact]
    public void AppendsTheEndingOfAnInfo() => Assert.Equal(
        ["""x_info{version="2",edition="free"} 1"""],
        Samples(
            """public partial class Metrics { [Info("x")] public partial Info X([MaxValues(2)] string version, [OneOf("free", "paid")] string edition); }""",
            """metrics.X("1", "paid").Set(); metrics.X("2", "free").Set();"""));

    [Theory]
    [InlineData("[StateSet({|MET004:\"a:b\"|})] public static partial StateSet<System.DayOfWeek> A { get; }")]
    [InlineData("[StateSet({|MET004:\"le\"|})] public static partial StateSet<System.DayOfWeek> A { get; }")]
    [InlineData("[StateSet(\"a_seconds\", Unit = {|MET004:\"seconds\"|})] public static partial StateSet<System.DayOfWeek> A { get; }")]
    [InlineData("[Info(\"a_seconds\", Unit = {|MET004:\"seconds\"|})] public static partial Info A(bool x);")]
    [InlineData("[StateSet(\"day\")] public static partial StateSet<System.DayOfWeek> A(bool {|MET010:day|});")]
    [InlineData("[StateSet(\"day\")] public static partial StateSet<System.DayOfWeek> A([Label({|MET010:\"day\"|})] bool x);")]
    [InlineData("[StateSet(\"a_seconds\")] public static partial StateSet<System.DayOfWeek> A { get; }")]
    [InlineData("[Info(\"b\")] public static partial Info B(bool x); [Gauge({|MET006:\"b_info\"|})] public static partial Gauge A { get; }")]
    public Task ReportsNamesAndUnitsThatCannotBe(string member) => DeclarationCheck.Verify($"static partial class Group {{ {member} }}");

    [Fact]
    public Task NamesTheTypeInAClash() => DeclarationCheck.VerifyMessage(
        "static partial class Group { [StateSet(\"a\")] public static partial StateSet<System.DayOfWeek> A { get; } [Gauge({|MET006:\"a\"|})] public static partial Gauge B { get; } }",
        "Gauge 'a' of 'Group.B' clashes with the state set 'a' of 'Group.A': both expose 'a'; rename one of them");

    private static string[] Samples(string declarations, string statements) =>
        [.. Scrape.Samples(Behaviour.Run(declarations, statements), "x")];
}
