using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.CodeFixes;

namespace TypedMetrics.Analyzers.Tests.CodeFixes;

/// <summary>MET201</summary>
public class LabelBoundFixTests
{
    private const string MaxValues = "Add [MaxValues(100)]";

    [Theory]
    [InlineData("string tenant", "[MaxValues(100)] string tenant")]
    [InlineData("bool warm, string? tenant", "bool warm, [MaxValues(100)] string? tenant")]
    [InlineData("ReadOnlySpan<char> tenant", "[MaxValues(100)] ReadOnlySpan<char> tenant")]
    [InlineData("[Label(\"customer\")] string tenant", "[Label(\"customer\"), MaxValues(100)] string tenant")]
    [InlineData("in string tenant", "[MaxValues(100)] in string tenant")]
    public async Task AddsAMaximum(string before, string after) =>
        Assert.Equal(Group(after), await Test(Group(before)).FixFirstAsync(MaxValues));

    [Fact]
    public async Task KeepsParametersOnLinesOfTheirOwn() => Assert.Equal(
        """
        public static partial class ShopMetrics
        {
            [Counter("orders_total")]
            public static partial Counter Orders(
                // who
                [MaxValues(100)] string tenant,
                bool warm);
        }
        """,
        await Test(
            """
            public static partial class ShopMetrics
            {
                [Counter("orders_total")]
                public static partial Counter Orders(
                    // who
                    string tenant,
                    bool warm);
            }
            """).FixFirstAsync(MaxValues));

    [Fact]
    public async Task BoundsMembersOfLabelSets() => Assert.Equal(
        [
            """
            [LabelSet]
            public readonly partial record struct Labels([MaxValues(100)] string Tenant, bool Warm);

            [LabelSet]
            public class Others
            {
                /// <summary>The queue.</summary>
                [MaxValues(100)]
                public string? Queue { get; init; }

                [MaxValues(100)]
                public readonly string Kind = "";
            }
            """,
        ],
        await Test(
            """
            [LabelSet]
            public readonly partial record struct Labels(string Tenant, bool Warm);

            [LabelSet]
            public class Others
            {
                /// <summary>The queue.</summary>
                public string? Queue { get; init; }

                public readonly string Kind = "";
            }
            """).FixAllAsync(MaxValues));

    [Fact]
    public async Task QualifiesTheAttributeBesideATypeOfItsName() => Assert.Equal(
        """
        namespace Shop { class MaxValuesAttribute : Attribute; static partial class M { [Counter("a_total")] internal static partial Counter A([TypedMetrics.MaxValues(100)] string x); } }
        """,
        await Test(
            """
            namespace Shop { class MaxValuesAttribute : Attribute; static partial class M { [Counter("a_total")] internal static partial Counter A(string x); } }
            """).FixFirstAsync(MaxValues));

    [Fact]
    public async Task ListsTheConstantsThatAllCallsPass()
    {
        var test = Test(
            Group("bool warm, string result"),
            """
            static class Use
            {
                private const string Hit = "hit";

                static void Run(bool ok)
                {
                    ShopMetrics.Orders(true, Hit).Inc();
                    ShopMetrics.Orders(result: "miss", warm: false).Inc();
                    ShopMetrics.Orders(false, nameof(ok)).Inc();
                    ShopMetrics.Orders(false, "\"quoted\"").Inc();
                    Console.WriteLine(nameof(ShopMetrics.Orders));
                }
            }
            """);
        Assert.Equal(["Add [OneOf(\"\\\"quoted\\\"\", \"hit\", \"miss\", \"ok\")]", MaxValues], await test.TitlesAsync());
        Assert.Equal(Group("bool warm, [OneOf(\"\\\"quoted\\\"\", \"hit\", \"miss\", \"ok\")] string result"), await test.FixFirstAsync());
    }

    [Fact]
    public async Task ListsTheConstantsThatALabelSetIsMadeWith() => Assert.Equal(
        """
        [LabelSet]
        public readonly partial record struct Labels([OneOf("a", "b", "c", "d")] string Kind, bool Warm);
        """,
        await Test(
            """
            [LabelSet]
            public readonly partial record struct Labels(string Kind, bool Warm);
            """,
            """
            static class Use
            {
                static bool Run(Labels other)
                {
                    Labels labels = new("a", true);
                    labels = new Labels("b", true) { Kind = "c" };
                    labels = labels with { Kind = "d", Warm = false };
                    return labels.Kind == other.Kind;
                }
            }
            """).FixFirstAsync());

    [Fact]
    public async Task ListsConstantsOfOtherFiles() => Assert.Equal(
        Group("[OneOf(\"hit\", \"miss\")] string result"),
        await Test(
            Group("string result"),
            "static class First { static void Run() => ShopMetrics.Orders(Results.Hit).Inc(); }",
            "static class Second { static void Run() => ShopMetrics.Orders(Results.Miss).Inc(); }",
            "static class Results { public const string Hit = \"hit\"; public const string Miss = \"miss\"; }").FixFirstAsync());

    [Theory]
    [InlineData("ShopMetrics.Orders(text).Inc();")]
    [InlineData("ShopMetrics.Orders(\"hit\").Inc(); ShopMetrics.Orders(text).Inc();")]
    [InlineData("Func<string, Counter> orders = ShopMetrics.Orders; ShopMetrics.Orders(\"hit\").Inc();")]
    [InlineData("")]
    public async Task ListsNothingWhereAnyCallPassesAnythingElse(string uses) => Assert.Equal(
        [MaxValues],
        await Test(Group("string result"), $"static class Use {{ static void Run(string text) {{ {uses} }} }}").TitlesAsync());

    [Fact]
    public async Task FixesAllWithConstants() => Assert.Equal(
        [
            """
            static partial class M
            {
                [Counter("a_total")] public static partial Counter A([OneOf("x")] string kind);
                [Counter("b_total")] public static partial Counter B([OneOf("y", "z")] string kind, [OneOf("w")] string how);
            }
            """,
            "static class Use { static void Run() { M.A(\"x\").Inc(); M.B(\"y\", \"w\").Inc(); M.B(\"z\", \"w\").Inc(); } }",
        ],
        await Test(
            """
            static partial class M
            {
                [Counter("a_total")] public static partial Counter A(string kind);
                [Counter("b_total")] public static partial Counter B(string kind, string how);
            }
            """,
            "static class Use { static void Run() { M.A(\"x\").Inc(); M.B(\"y\", \"w\").Inc(); M.B(\"z\", \"w\").Inc(); } }").FixAllAsync());

    private static string Group(string parameters) => $$"""
        public static partial class ShopMetrics
        {
            [Counter("orders_total")]
            public static partial Counter Orders({{parameters}});
        }
        """;

    private static CodeFixTest Test(params string[] sources) => new(new LabelBoundFixProvider(), sources);
}
