using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>More series than an index holds.</summary>
public class Met016Tests
{
    [Theory]
    [InlineData("[InRange(0, 999_999_999)] int x, bool y, bool z")]
    [InlineData("[InRange(0, int.MaxValue)] int x")]
    [InlineData("[InRange(long.MinValue, long.MaxValue)] long x")]
    [InlineData("[InRange(0, long.MaxValue)] ulong? x, bool y")]
    [InlineData("[MaxValues(int.MaxValue)] string x")]
    [InlineData("[MaxValues(50_000)] string x, [MaxValues(50_000)] string y")]
    [InlineData("[MaxValues(2_000_000_000)] string a, [MaxValues(2_000_000_000)] string b, [MaxValues(2_000_000_000)] string c")]
    public Task ReportsTheMember(string parameters) => DeclarationCheck.Verify(Group("{|MET016:A|}", parameters));

    [Fact]
    public Task ShowsTheMultiplication() => DeclarationCheck.VerifyMessage(
        Group("{|MET016:A|}", "[MaxValues(49_999)] string x, bool y, [MaxValues(49_999)] string z"),
        "Counter 'a_total' has 50,000 x 2 x 50,000 = 5,000,000,000 series, and an index holds 2,147,483,647: take a label away or lower a bound");

    [Theory]
    [InlineData("[InRange(0, 1_000_000_000)] int x, bool y")]
    [InlineData("[InRange(0, int.MaxValue - 3)] int x")]
    [InlineData("[MaxValues(46_339)] string x, [MaxValues(46_339)] string y")]
    public Task TakesWhatAnIndexHolds(string parameters) => DeclarationCheck.Verify(Group("A", parameters));

    [Fact]
    public Task IsSilencedByPragma() => DeclarationCheck.VerifyPragma(Group("{|MET016:A|}", "[MaxValues(int.MaxValue)] string x"));

    private static string Group(string name, string parameters) =>
        $"static partial class Group {{ [Counter(\"a_total\")] public static partial Counter {name}({parameters}); }}";
}
