using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>A member that looks like an instrument but is not partial.</summary>
public class Met003Tests
{
    [Theory]
    [InlineData("[Counter(\"a_total\")] public static Counter {|MET003:A|} { get; }")]
    [InlineData("[Counter(\"a_total\")] public static Counter {|MET003:A|} => default;")]
    [InlineData("[Gauge(\"a\")] public static Gauge {|MET003:A|}(bool x) => default;")]
    public Task ReportsTheMember(string member) => DeclarationCheck.Verify($"static partial class Group {{ {member} }}");

    [Fact]
    public Task ReportsAMethodWithoutBody() =>
        DeclarationCheck.Verify("static partial class Group { [Histogram(\"a\")] public static Histogram {|MET003:A|}(bool x); }", "CS0501");

    [Fact]
    public Task NamesTheMemberAndTheWayOut() => DeclarationCheck.VerifyMessage(
        "static partial class Group { [Counter(\"a_total\")] public static Counter {|MET003:A|} => default; }",
        "Property 'A' must be partial, so that its body can be generated: add 'partial'");

    [Fact]
    public Task LeavesMembersWithoutAttributeAlone() =>
        DeclarationCheck.Verify("static partial class Group { public static Counter A => default; [Counter(\"a_total\")] public static partial Counter B { get; } }");

    [Fact]
    public Task IsSilencedByPragma() =>
        DeclarationCheck.VerifyPragma("static partial class Group { [Counter(\"a_total\")] public static Counter {|MET003:A|} => default; }");
}
