using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>A constructor of an instance group that does not call <c>RegisterMetrics</c>.</summary>
public class Met017Tests
{
    [Theory]
    [InlineData("public {|MET017:Group|}() { }")]
    [InlineData("public {|MET017:Group|}(int x) => _ = x; public Group(CollectorRegistry registry) => RegisterMetrics(registry);")]
    [InlineData("public {|MET017:Group|}(int x) { Other(); } private void Other() { } private void Unused(CollectorRegistry r) => RegisterMetrics(r);")]
    public Task ReportsTheConstructor(string members) => DeclarationCheck.Verify(Group(members));

    [Fact]
    public Task ReportsAPrimaryConstructor() => DeclarationCheck.VerifyMessage(
        "public partial class {|MET017:Group|}(int x) { public int X => x; [Counter(\"a_total\")] public partial Counter A { get; } }",
        "A constructor of 'Group' does not register the group's metrics, which would count nothing: a primary constructor cannot call 'RegisterMetrics(registry)'; write an ordinary one that does");

    [Fact]
    public Task SaysWhatToCall() => DeclarationCheck.VerifyMessage(
        Group("public {|MET017:Group|}() { }"),
        "A constructor of 'Group' does not register the group's metrics, which would count nothing: call 'RegisterMetrics(registry)' in it");

    [Theory]
    [InlineData("")]
    [InlineData("static Group() { }")]
    [InlineData("public Group(CollectorRegistry registry) { if (registry is { }) { this.RegisterMetrics(registry); } }")]
    [InlineData("public Group(CollectorRegistry registry) => RegisterMetrics(registry); public Group() : this(CollectorRegistry.Default) { }")]
    [InlineData("public Group(CollectorRegistry registry) { Start(registry); } private void Start(CollectorRegistry r) => RegisterMetrics(r);")]
    public Task TakesConstructorsThatRegister(string members) => DeclarationCheck.Verify(Group(members));

    [Fact]
    public Task LeavesStaticGroupsAlone() => DeclarationCheck.Verify(
        "public partial class Group(int x) { public int X => x; [Counter(\"a_total\")] public static partial Counter A { get; } }");

    [Fact]
    public Task IsSilencedByPragma() => DeclarationCheck.VerifyPragma(Group("public {|MET017:Group|}() { }"));

    private static string Group(string members) =>
        $"public partial class Group {{ {members} [Counter(\"a_total\")] public partial Counter A {{ get; }} }}";
}
