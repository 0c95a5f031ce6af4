using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>An instrument attribute on a member of the wrong shape or return type.</summary>
public class Met002Tests
{
    [Theory]
    [InlineData("[Counter(\"a_total\")] public static partial {|MET002:int|} A { get; }")]
    [InlineData("[Counter(\"a_total\")] public static partial {|MET002:Gauge|} A(bool x);")]
    [InlineData("[Gauge(\"a\")] public static partial {|MET002:Histogram|} A(bool x);")]
    [InlineData("[Histogram(\"a\")] public static partial {|MET002:void|} A(bool x);")]
    [InlineData("[Summary(\"a\")] public static partial {|MET002:Histogram|} A(bool x);")]
    [InlineData("[Counter(\"a_total\")] public static partial {|MET002:Counter?|} A { get; }")]
    [InlineData("[Counter(\"a_total\")] public static {|MET002:int|} A() => 1;")]
    [InlineData("[StateSet(\"a\")] public static partial {|MET002:System.DayOfWeek|} A { get; }")]
    [InlineData("[StateSet(\"a\")] public static partial {|MET002:Info|} A(bool x);")]
    [InlineData("[Info(\"a\")] public static partial {|MET002:StateSet<System.DayOfWeek>|} A(bool x);")]
    [InlineData("[Info(\"a\")] public static partial Info {|MET002:A|} { get; }")]
    [InlineData("[Info(\"a\")] public static partial Info {|MET002:A|}();")]
    [InlineData("[Counter(\"a_total\")] public static partial Counter {|MET002:A|} { get; set; }")]
    [InlineData("[Counter(\"a_total\")] public static partial {|MET002:ref Counter|} A();")]
    [InlineData("[Counter(\"a_total\")] public static partial {|MET002:ref readonly Counter|} A(bool x);")]
    [InlineData("[Counter(\"a_total\"), Gauge(\"a\")] public static partial Counter {|MET002:A|} { get; }")]
    [InlineData("[Counter(\"a_total\")] public static partial Counter {|MET002:A|} { get; } public static partial Counter A => default;")]
    [InlineData("[Counter(\"a_total\")] public static partial Counter {|MET002:A|}(bool x); public static partial Counter A(bool x) => default;")]
    [InlineData("public static partial Counter {|MET002:A|}(bool x); [Counter(\"a_total\")] public static partial Counter A(bool x) => default;")]
    [InlineData("public static Counter A { [{|MET002:Counter(\"a_total\")|}] get => default; }")]
    [InlineData("public static void A() { B(); [{|MET002:Counter(\"a_total\")|}] static Counter B() => default; }")]
    [InlineData("public static object A() => [{|MET002:Counter(\"a_total\")|}] () => default(Counter);")]
    public Task ReportsTheTypeOrTheMember(string member) => DeclarationCheck.Verify(Group(member));

    [Theory]
    [InlineData("[Counter(\"a_total\")] static partial Counter {|MET002:A|}(bool x);", "CS8796")]
    [InlineData("[Counter(\"a_total\")] public static extern Counter {|MET002:A|}(bool x);", "")]
    public Task ReportsWhatCSharpDoesNotAllowEither(string member, string error) => DeclarationCheck.Verify(Group(member), error);

    [Theory]
    [InlineData("public partial class Group { [Counter(\"a_total\")] public partial Counter {|MET002:this|}[int i] { get; } }", "CS9248")]
    [InlineData("public partial class Group : IHas { [Counter(\"a_total\")] Counter IHas.{|MET002:A|} => default; } public interface IHas { Counter A { get; } }", "")]
    [InlineData("public partial class Group { [Counter(\"a_total\")] public static {|MET002:Group|} operator !(Group x) => x; }", "")]
    public Task ReportsMembersOfAnInstance(string source, string error) =>
        DeclarationCheck.Verify(source.Replace("[Counter(\"a_total\")] public static {|MET002:Group|}", "[{|MET002:Counter(\"a_total\")|}] public static Group", StringComparison.Ordinal), error);

    [Theory]
    [InlineData(
        "[Counter(\"a_total\")] public static partial {|MET002:int|} A(bool x, [OneOf(\"b\")] string y);",
        "'A' cannot be a counter: it returns 'int'; write 'public static partial Counter A(bool x, string y);'")]
    [InlineData(
        "[Gauge(\"a\")] internal static partial {|MET002:Counter|} A { get; }",
        "'A' cannot be a gauge: it returns 'TypedMetrics.Counter'; write 'internal static partial Gauge A { get; }'")]
    [InlineData(
        "public class Counter; [Counter(\"a_total\")] internal static partial {|MET002:Counter|} A { get; }",
        "'A' cannot be a counter: it returns 'Group.Counter', which is not 'TypedMetrics.Counter'; write 'internal static partial global::TypedMetrics.Counter A { get; }'")]
    [InlineData(
        "[StateSet(\"a\")] public static partial {|MET002:System.DayOfWeek|} A(bool x);",
        "'A' cannot be a state set: it returns 'System.DayOfWeek'; write 'public static partial StateSet<DayOfWeek> A(bool x);'")]
    [InlineData(
        "[StateSet(\"a\")] public static partial {|MET002:int|} A { get; }",
        "'A' cannot be a state set: it returns 'int'; write 'public static partial StateSet<TState> A { get; }'")]
    [InlineData(
        "[Info(\"a\")] public static partial Info {|MET002:A|} { get; }",
        "'A' cannot be an info: it has no parameters, and an info tells what its labels say; write 'public static partial Info A([MaxValues(10)] string version);'")]
    public Task SaysWhatToWrite(string member, string message) => DeclarationCheck.VerifyMessage(Group(member), message);

    [Fact]
    public async Task GivesTheFixTheTypeToWrite()
    {
        var diagnostic = Assert.Single(await DeclarationCheck.Verify(Group("[Gauge(\"a\")] public static partial {|MET002:int|} A { get; }")));
        Assert.Equal("global::TypedMetrics.Gauge", diagnostic.Properties["ReturnType"]);
    }

    [Fact]
    public async Task GivesTheFixTheStatesWhereTheyAreKnown()
    {
        var known = Assert.Single(await DeclarationCheck.Verify(Group("[StateSet(\"a\")] public static partial {|MET002:System.DayOfWeek|} A { get; }")));
        Assert.Equal("global::TypedMetrics.StateSet<global::System.DayOfWeek>", known.Properties["ReturnType"]);
        var unknown = Assert.Single(await DeclarationCheck.Verify(Group("[StateSet(\"a\")] public static partial {|MET002:int|} A { get; }")));
        Assert.False(unknown.Properties.ContainsKey("ReturnType"));
    }

    [Theory]
    [InlineData("[Counter(\"a_total\")] public static partial Counter A { get; }")]
    [InlineData("[Gauge(\"a\")] static partial Gauge A { get; }")]
    [InlineData("[Histogram(\"a\")] private static partial Histogram A(bool x);")]
    [InlineData("[Counter(\"a_total\")] public static partial Counter A();")]
    [InlineData("public static partial int A(); public static partial int A() => 1;")]
    public Task TakesPropertiesAndMethods(string member) => DeclarationCheck.Verify(Group(member));

    [Fact]
    public Task IsSilencedByPragma() =>
        DeclarationCheck.VerifyPragma(Group("[Counter(\"a_total\")] public static partial {|MET002:int|} A { get; }"));

    private static string Group(string member) => $"public static partial class Group {{ {member} }}";
}
