using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>What can be wrong with a type marked as an open label: MET001, MET011, MET014.</summary>
public class OpenLabelTests
{
    private const string Use = "\npublic static partial class Group { [Counter(\"a_total\")] internal static partial Counter A(Tenant tenant); }";

    [Theory]
    [InlineData("[OpenLabel(5)] public readonly struct {|MET001:Tenant|};")]
    [InlineData("[OpenLabel({|MET011:0|})] public partial struct Tenant;")]
    [InlineData("[OpenLabel(maximum: {|MET011:2147483646|})] public partial struct Tenant;")]
    [InlineData("[OpenLabel(5)] public partial record struct {|MET014:Tenant|};")]
    [InlineData("[OpenLabel(5), LabelSet] public partial struct {|MET014:Tenant|} { public bool X => true; }")]
    [InlineData("[OpenLabel(5)] public partial struct Tenant { public int {|MET014:Id|}; }")]
    [InlineData("[OpenLabel(5)] public partial struct Tenant { public int {|MET014:Id|} { get; init; } }")]
    [InlineData("[OpenLabel(5)] public partial struct Tenant { public {|MET014:Tenant|}(int x) { } }")]
    [InlineData("[OpenLabel(5)] public partial struct Tenant { public string {|MET014:Text|} => \"\"; }")]
    [InlineData("[OpenLabel(5)] public partial struct Tenant { public override string {|MET014:ToString|}() => \"\"; }")]
    [InlineData("[OpenLabel(5)] public partial struct Tenant { public bool {|MET014:Equals|}(Tenant other) => true; }")]
    [InlineData("[OpenLabel(5)] public partial struct Tenant { public static Tenant {|MET014:Of|}(int x) => default; }")]
    public Task ReportsTheTypeOnceAndLeavesItsMetricAlone(string type) => DeclarationCheck.Verify(type + Use);

    [Theory]
    [InlineData("[OpenLabel(5)] public partial struct {|MET014:Tenant|}<T>;")]
    [InlineData("[OpenLabel(5)] file partial struct {|MET014:Tenant|};")]
    [InlineData("[OpenLabel(5)] public ref partial struct {|MET014:Tenant|};")]
    [InlineData("partial class Outer<T> { [OpenLabel(5)] public partial struct {|MET014:Tenant|}; }")]
    [InlineData("partial class Outer { [OpenLabel(5)] private partial struct {|MET014:Tenant|}; }")]
    [InlineData("class {|MET001:Outer|} { [OpenLabel(5)] internal partial struct Tenant; }")]
    public Task ReportsATypeThatGeneratedCodeCannotNameOrExtend(string type) => DeclarationCheck.Verify(type);

    [Fact]
    public Task SaysWhatToDo() => DeclarationCheck.VerifyMessage(
        "[OpenLabel(5)] public partial record struct {|MET014:Tenant|};",
        "Open label 'Tenant' cannot be used: it is a record, which has an equality of its own; write 'readonly partial struct'");

    [Fact]
    public Task SaysWhatIsNotPartial() => DeclarationCheck.VerifyMessage(
        "[OpenLabel(5)] public readonly struct {|MET001:Tenant|};",
        "Open label 'Tenant' must be partial, so that the members of 'Tenant' can be generated: add 'partial'");

    [Fact]
    public Task ReportsABoundBesideTheTypes() => DeclarationCheck.VerifyMessage(
        "[OpenLabel(5)] public partial struct Tenant; static partial class Group { [Counter(\"a_total\")] public static partial Counter A([{|MET011:MaxValues(3)|}] Tenant tenant); }",
        "'MaxValues' does not fit 'tenant': it bounds a string, and the label is of type 'Tenant'; remove it");

    [Theory]
    [InlineData("[OpenLabel(5), ExpireAfter({|MET011:0|})] public partial struct Tenant;")]
    [InlineData("[OpenLabel(5), ExpireAfter({|MET011:double.PositiveInfinity|})] public partial struct Tenant;")]
    [InlineData("[ExpireAfter(seconds: {|MET011:-1|})] static partial class Group { [Counter(\"a_total\")] public static partial Counter A([MaxValues(3)] string x); }")]
    [InlineData("static partial class Group { [Counter(\"a_total\"), ExpireAfter({|MET011:double.NaN|})] public static partial Counter A([MaxValues(3)] string x); }")]
    [InlineData("static partial class Group { [Counter(\"a_total\"), {|MET011:ExpireAfter(5)|}] public static partial Counter A(bool x); }")]
    [InlineData("static partial class Group { [Counter(\"a_total\"), {|MET011:ExpireAfter(5)|}] public static partial Counter A { get; } }")]
    [InlineData("[OpenLabel(5)] partial struct Tenant; static partial class Group { [Counter(\"a_total\"), {|MET011:ExpireAfter(5)|}] internal static partial Counter A(Tenant x); }")]
    [InlineData("[OpenLabel(5)] partial struct Tenant; static partial class Group { [Counter(\"a_total\")] internal static partial Counter A([{|MET011:ExpireAfter(5)|}] Tenant x); }")]
    [InlineData("static partial class Group { [Counter(\"a_total\")] public static partial Counter A([OneOf(\"x\"), {|MET011:ExpireAfter(5)|}] string x); }")]
    [InlineData("static partial class Group { [Counter(\"a_total\")] public static partial Counter A([{|MET011:ExpireAfter(5)|}] bool x); }")]
    [InlineData("[ExpireAfter(5)] static partial class Group { [Counter(\"a_total\")] public static partial Counter A([MaxValues(3), ExpireAfter(6)] string x, bool y); }")]
    public Task ReportsAnExpiryThatFreesNothing(string source) => DeclarationCheck.Verify(source);

    [Theory]
    [InlineData("[OpenLabel(5)] partial struct Tenant;")]
    [InlineData("[OpenLabel(2147483645)] readonly partial struct Tenant { static Tenant() { } public static int Count => 1; public bool IsA => Text == \"a\"; }")]
    [InlineData("partial interface IOuter { [OpenLabel(5)] readonly partial struct Tenant { public bool Equals(string text) => Text == text; } }")]
    public Task TakesAnyPartialStruct(string type) => DeclarationCheck.Verify(type);
}
