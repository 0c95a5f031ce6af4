using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>A metric where it cannot live.</summary>
public class Met012Tests
{
    private const string Static = "[Counter(\"a_total\")] public static partial Counter A { get; }";
    private const string Instance = "[Counter(\"b_total\")] public partial Counter B(bool x);";

    [Theory]
    [InlineData("partial class Group { " + Static + " [Counter(\"b_total\")] public partial Counter {|MET012:B|}(bool x); }")]
    [InlineData("partial class Group { " + Instance + " [Counter(\"a_total\")] public static partial Counter {|MET012:A|} { get; } }")]
    [InlineData("partial class {|MET012:Group|}<T> { " + Static + " }")]
    [InlineData("partial class Outer<T> where T : class { partial class Inner { partial struct {|MET012:Group|} { " + Static + " } } }")]
    [InlineData("partial class Group { [Counter(\"a_total\")] public static partial Counter {|MET012:A|}<T>(bool x) where T : class, System.IDisposable, new(); }")]
    [InlineData("partial class Group { [Counter(\"a_total\")] public static partial Counter {|MET012:A|}<@class, U>(@class x) where U : struct; }")]
    [InlineData("abstract partial class Group { [Counter(\"a_total\")] public abstract Counter {|MET012:A|} { get; } }")]
    [InlineData("partial interface {|MET012:Group|} { [Counter(\"a_total\")] public static partial Counter A { get; } [Counter(\"b_total\")] public static partial Counter B(bool x); }")]
    [InlineData("partial interface {|MET012:Group|} { [Counter(\"a_total\")] Counter A { get; } }")]
    [InlineData("partial struct {|MET012:Group|} { " + Instance + " }")]
    [InlineData("readonly partial record struct {|MET012:Group|} { " + Instance + " }")]
    public Task ReportsTheTypeOrTheMember(string source) => DeclarationCheck.Verify(source.Replace(
        "[Counter(\"a_total\")] Counter A { get; }", "[Counter(\"a_total\")] partial Counter A { get; }", StringComparison.Ordinal));

    [Theory]
    [InlineData("file partial class {|MET012:Group|} { " + Static + " }", "CS9248")]
    [InlineData("file partial class Outer { internal partial class {|MET012:Group|} { " + Static + " } }", "CS9248")]
    [InlineData("abstract partial class Group { [Counter(\"a_total\")] public abstract partial Counter {|MET012:A|}(bool x); }", "CS0750 CS8795")]
    public Task ReportsWhereNoBodyCanBeGenerated(string source, string errors) => DeclarationCheck.Verify(source, errors);

    [Fact]
    public Task ReportsAnExtensionBlock() => DeclarationCheck.Verify(
        "static class Group { extension(int) { [Counter(\"a_total\")] public static Counter {|MET012:A|} => default; } }");

    [Theory]
    [InlineData(
        "partial class Group { " + Static + " [Counter(\"b_total\")] public partial Counter {|MET012:B|}(bool x); }",
        "'B' cannot hold its metric here: it is not static and 'A' is static; make all metrics of a group static, or none")]
    [InlineData(
        "partial class {|MET012:Group|}<T> { " + Static + " }",
        "'Group' cannot hold its metric here: it is generic, and would declare its metrics once for each type argument; move them to a class that is not")]
    public Task SaysWhy(string source, string message) => DeclarationCheck.VerifyMessage(source, message);

    [Theory]
    [InlineData("partial class Group { " + Static + " }")]
    [InlineData("partial class Group { " + Instance + " }")]
    [InlineData("abstract partial class Group { " + Instance + " }")]
    [InlineData("ref partial struct Group { " + Static + " }")]
    [InlineData("readonly partial record struct Group(int X) { " + Static + " }")]
    [InlineData("partial record Group { " + Instance + " }")]
    [InlineData("partial interface IOuter { static partial class Group { " + Static + " } }")]
    public Task TakesClassesRecordsAndStructs(string source) => DeclarationCheck.Verify(source);

    [Fact]
    public Task IsSilencedByPragma() => DeclarationCheck.VerifyPragma("partial class {|MET012:Group|}<T> { " + Static + " }");
}
