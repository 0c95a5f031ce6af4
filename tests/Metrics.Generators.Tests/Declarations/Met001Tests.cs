using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>A group or a containing type that is not partial.</summary>
public class Met001Tests
{
    [Theory]
    [InlineData("public static class {|MET001:Group|} { [Counter(\"a_total\")] public static partial Counter A { get; } }")]
    [InlineData("public class {|MET001:Group|} { [Counter(\"a_total\")] public partial Counter A(bool x); [Gauge(\"b\")] public partial Gauge B { get; } }")]
    [InlineData("public record {|MET001:Group|} { [Counter(\"a_total\")] public static partial Counter A { get; } }")]
    [InlineData("public struct {|MET001:Group|} { [Counter(\"a_total\")] public static partial Counter A { get; } }")]
    [InlineData("class {|MET001:Outer|} { static partial class Group { [Counter(\"a_total\")] internal static partial Counter A { get; } } }")]
    [InlineData("class {|MET001:Outer|} { static class {|MET001:Group|} { [Counter(\"a_total\")] internal static partial Counter A { get; } } }")]
    public Task ReportsEachTypeThatIsNotPartial(string source) => DeclarationCheck.Verify(source, "CS0260");

    [Fact]
    public Task NamesTheTypeAndTheWayOut() => DeclarationCheck.VerifyMessage(
        "struct {|MET001:Outer|} { partial class Group { [Counter(\"a_total\")] internal static partial Counter A { get; } } }",
        "Containing type 'Outer' must be partial, so that the bodies of the metrics in 'Group' can be generated: add 'partial'",
        "CS0260");

    [Theory]
    [InlineData("partial class Group { [Counter(\"a_total\")] public static partial Counter A { get; } }")]
    [InlineData("partial class Outer { partial struct Middle { partial record Group { [Counter(\"a_total\")] public static partial Counter A { get; } } } }")]
    [InlineData("class NoGroup { public Counter A => default; }")]
    public Task TakesPartialTypesAndLeavesOthersAlone(string source) => DeclarationCheck.Verify(source);

    [Fact]
    public Task IsSilencedByPragma() => DeclarationCheck.VerifyPragma(
        "class {|MET001:Group|} { [Counter(\"a_total\")] public static partial Counter A { get; } }", "CS0260");
}
