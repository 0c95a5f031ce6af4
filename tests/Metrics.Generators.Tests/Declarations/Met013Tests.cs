using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>A member that cannot be read at a scrape.</summary>
public class Met013Tests
{
    [Theory]
    [InlineData("[ObservableGauge(\"a\")] static {|MET013:string|} A() => \"\";")]
    [InlineData("[ObservableGauge(\"a\")] static {|MET013:void|} A() { }")]
    [InlineData("[ObservableGauge(\"a\")] static {|MET013:bool|} A => true;")]
    [InlineData("[ObservableGauge(\"a\")] static readonly {|MET013:System.TimeSpan|} A = default;")]
    [InlineData("[ObservableGauge(\"a\")] static {|MET013:System.Threading.Tasks.Task<int>|} A() => null!;")]
    [InlineData("[ObservableGauge(\"a\")] static {|MET013:Gauge|} A() => default;")]
    [InlineData("[ObservableGauge(\"a\")] static int {|MET013:A|}<T>() => 1;")]
    [InlineData("[ObservableGauge(\"a\")] static int {|MET013:A|} { set { } }")]
    [InlineData("[ObservableGauge(\"a\"), ObservableCounter(\"b_total\")] static int {|MET013:A|}() => 1;")]
    [InlineData("[ObservableGauge(\"a\")] static int A(out int {|MET013:x|}) => x = 1;")]
    [InlineData("[ObservableGauge(\"a\")] static int A(ref bool {|MET013:x|}) => 1;")]
    [InlineData("[ObservableGauge(\"a\")] static int A(string {|MET013:x|}) => 1;")]
    [InlineData("[ObservableGauge(\"a\")] static int A([MaxValues(5)] string {|MET013:x|}) => 1;")]
    [InlineData("[ObservableGauge(\"a\")] static int A({|MET013:int|} x) => 1;")]
    [InlineData("[ObservableGauge(\"a\")] static int A({|MET013:System.Guid|} x) => 1;")]
    [InlineData("[LabelSet] public record struct Set(bool X); [ObservableGauge(\"a\")] static int A(Set {|MET013:x|}) => 1;")]
    [InlineData("static int A { [{|MET013:ObservableGauge(\"a\")|}] get => 1; }")]
    [InlineData("static int A() { return B(); [{|MET013:ObservableGauge(\"a\")|}] static int B() => 1; }")]
    public Task ReportsTheTypeTheMemberOrTheLabel(string member) => DeclarationCheck.Verify(Group(member));

    [Theory]
    [InlineData("[ObservableGauge(\"a\")] static partial int {|MET013:A|}();", "CS8796")]
    [InlineData("[ObservableGauge(\"a\")] private static partial int {|MET013:A|}();", "CS8795")]
    public Task ReportsAMemberWithoutABody(string member, string error) => DeclarationCheck.Verify(Group(member), error);

    [Theory]
    [InlineData("public partial class Group { [ObservableGauge(\"a\")] int {|MET013:this|}[int x] => 1; }")]
    [InlineData("public partial class Group : IHas { [ObservableGauge(\"a\")] int IHas.{|MET013:A|} => 1; } public interface IHas { int A { get; } }")]
    [InlineData("public partial class Group { [ObservableGauge(\"a\")] int A => 1; [Counter(\"b_total\")] public static partial Counter {|MET012:B|} { get; } }")]
    public Task ReportsMembersOfAnInstance(string source) => DeclarationCheck.Verify(source);

    [Theory]
    [InlineData(
        "[ObservableGauge(\"a\")] static {|MET013:string|} A() => \"\";",
        "'A' cannot be read at a scrape: it is of type 'string', which is no number; make it an int, a long, a double, a float or a decimal, or nullable to give no sample at times")]
    [InlineData(
        "[ObservableGauge(\"a\")] static int A([MaxValues(5)] string {|MET013:tenant|}) => 1;",
        "'A' cannot be read at a scrape: its label 'tenant' is open, and nobody knows the values to call it with; bound it with [OneOf(…)], or set a gauge from AddBeforeScrape")]
    public Task SaysWhyAndWhatToDo(string member, string message) => DeclarationCheck.VerifyMessage(Group(member), message);

    [Theory]
    [InlineData("[ObservableGauge(\"a\")] static int A() => 1;")]
    [InlineData("[ObservableGauge(\"a\")] static decimal? A => 1;")]
    [InlineData("[ObservableGauge(\"a\")] const float A = 1;")]
    [InlineData("[ObservableGauge(\"a\")] private static long @class;")]
    [InlineData("[ObservableGauge(\"a\")] static ref readonly double A => ref s_a; static double s_a;")]
    [InlineData("[ObservableGauge(\"a\")] static nuint A(in bool x) => 1;")]
    [InlineData("[ObservableGauge(\"a\")] private static partial int A(); private static partial int A() => 1;")]
    [InlineData("[ObservableGauge(\"a\"), System.Obsolete] static int A() => 1;")]
    public Task TakesWhatGivesANumber(string member) => DeclarationCheck.Verify(Group(member));

    [Fact]
    public Task IsSilencedByPragma() => DeclarationCheck.VerifyPragma(Group("[ObservableGauge(\"a\")] static {|MET013:string|} A() => \"\";"));

    private static string Group(string member) => $"public static partial class Group {{ {member} }}";
}
