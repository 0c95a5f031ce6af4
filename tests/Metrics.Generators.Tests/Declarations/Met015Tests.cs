using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>An enum whose members do not make label values.</summary>
public class Met015Tests
{
    [Theory]
    [InlineData("enum Kind;", "{|MET015:Kind|} x")]
    [InlineData("enum Kind { }", "bool first, {|MET015:Kind?|} x")]
    [InlineData("enum Kind { FooBar, Foo_Bar }", "{|MET015:Kind|} x")]
    [InlineData("enum Kind { A, a }", "{|MET015:Kind|} x")]
    [InlineData("enum Kind { Ab, aB }", "[Label(Case = LabelCase.Upper)] {|MET015:Kind|} x")]
    [InlineData("enum Kind { A, [LabelValue(\"a\")] B }", "{|MET015:Kind|} x")]
    [InlineData("enum Kind { Other, [LabelValue(\"other\")] B }", "{|MET015:Kind|} x")]
    [InlineData("enum Kind { A, [LabelValue(\"\")] B }", "{|MET015:Kind|} x")]
    [InlineData("enum Kind { A, [LabelValue(null!)] B }", "{|MET015:Kind|} x")]
    [InlineData("enum Kind { A = 1, [LabelValue(\"1\")] B = 2 }", "[Label(AsNumber = true)] {|MET015:Kind|} x")]
    public Task ReportsTheType(string kind, string parameters) => DeclarationCheck.Verify(Group(kind, parameters));

    [Theory]
    [InlineData("enum Kind;")]
    [InlineData("enum Kind { A, [LabelValue(\"a\")] B }")]
    [InlineData("[System.Flags] enum Kind { A = 1, B = 2 }")]
    public Task ReportsTheStatesOfAStateSet(string kind) => DeclarationCheck.Verify(StateSet(kind));

    [Fact]
    public Task ReportsMoreStatesThanAStateSetHolds() => DeclarationCheck.VerifyMessage(
        StateSet($"enum Kind {{ {string.Join(", ", Enumerable.Range(0, 64).Select(static state => $"S{state}"))} }}"),
        "Enum 'Kind' cannot be the label 'x': it has 64 members, and a state set holds 63; use a gauge with the enum as its label");

    [Fact]
    public Task Takes63States() => DeclarationCheck.Verify(
        StateSet($"enum Kind {{ {string.Join(", ", Enumerable.Range(0, 63).Select(static state => $"S{state}"))} }}").Replace("{|MET015:Kind|}", "Kind", StringComparison.Ordinal));

    [Fact]
    public Task ReportsAMemberOfALabelSetOnce() => DeclarationCheck.Verify(
        """
        public enum Kind;
        [LabelSet] public record struct Labels(bool Fine, {|MET015:Kind|} Wrong);

        static partial class Group
        {
            [Counter("a_total")] public static partial Counter A(Labels labels);
            [Counter("b_total")] public static partial Counter B(Labels labels);
        }
        """);

    [Theory]
    [InlineData("enum Kind;", "Enum 'Kind' cannot be the label 'x': it has no members; declare the values that the label takes")]
    [InlineData(
        "enum Kind { FooBar, Foo_Bar }",
        "Enum 'Kind' cannot be the label 'x': 'FooBar' and 'Foo_Bar' are different numbers with the same text 'foo_bar'; tell them apart with [LabelValue(\"…\")]")]
    public Task SaysWhichMembersAndWhatToDo(string kind, string message) =>
        DeclarationCheck.VerifyMessage(Group(kind, "{|MET015:Kind|} x"), message);

    [Theory]
    [InlineData("enum Kind { FooBar = 1, Foo_Bar = 1 }", "Kind x")]
    [InlineData("enum Kind { A, a }", "[Label(Case = LabelCase.Declared)] Kind x")]
    [InlineData("enum Kind { A, a }", "[Label(AsNumber = true)] Kind x")]
    [InlineData("enum Kind { A, [LabelValue(\"A\")] a, Other }", "Kind x")]
    public Task TakesTextsThatDiffer(string kind, string parameters) => DeclarationCheck.Verify(Group(kind, parameters));

    [Fact]
    public Task IsSilencedByPragma() => DeclarationCheck.VerifyPragma(Group("enum Kind;", "{|MET015:Kind|} x"));

    private static string StateSet(string kind) => $$"""
        {{kind.Replace("enum", "public enum", StringComparison.Ordinal)}}
        static partial class Group { [StateSet("x")] public static partial StateSet<{|MET015:Kind|}> A(bool warm); }
        """;

    private static string Group(string kind, string parameters) => $$"""
        public {{kind}}
        static partial class Group { [Counter("a_total")] public static partial Counter A({{parameters}}); }
        """;
}
