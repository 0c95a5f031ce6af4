using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>A label type that is not supported.</summary>
public class Met007Tests
{
    [Theory]
    [InlineData("{|MET007:char|} x")]
    [InlineData("{|MET007:char?|} x")]
    [InlineData("{|MET007:(int A, bool B)|} x")]
    [InlineData("{|MET007:string[]|} x")]
    [InlineData("{|MET007:System.Collections.Generic.List<string>|} x")]
    [InlineData("{|MET007:System.Span<char>|} x")]
    [InlineData("{|MET007:System.ReadOnlySpan<byte>|} x")]
    [InlineData("{|MET007:System.ReadOnlyMemory<char>|} x")]
    [InlineData("{|MET007:System.IDisposable|} x")]
    [InlineData("{|MET007:System.Action|} x")]
    [InlineData("{|MET007:Plain|} x")]
    [InlineData("bool fine, {|MET007:Plain?|} x")]
    public Task ReportsTheType(string parameters) => DeclarationCheck.Verify(Group(parameters));

    [Fact]
    public Task ReportsAPointer() => DeclarationCheck.Verify(
        "static unsafe partial class Group { [Counter(\"a_total\")] public static partial Counter A({|MET007:int*|} x); }");

    [Fact]
    public Task ReportsAnOutParameter() => DeclarationCheck.Verify(Group("out bool {|MET007:x|}"));

    [Fact]
    public Task ReportsAMemberOfALabelSetOnce() => DeclarationCheck.Verify(
        """
        [LabelSet] public record struct Labels(bool Fine, {|MET007:char|} Wrong);

        static partial class Group
        {
            [Counter("a_total")] public static partial Counter A(Labels labels);
            [Counter("b_total")] public static partial Counter B(Labels labels);
        }
        """);

    [Theory]
    [InlineData("{|MET007:char|} first_letter", "Label 'first_letter' cannot be of type 'char': use an enum, a bool, a string with [OneOf] or [MaxValues], an integer with [InRange], a [LabelSet] or an [OpenLabel]")]
    [InlineData("{|MET007:Plain|} x", "Label 'x' cannot be of type 'Plain': mark it [LabelSet] if its members are labels, else use an enum, bool, string or integer")]
    public Task SaysWhichTypesAre(string parameters, string message) => DeclarationCheck.VerifyMessage(Group(parameters), message);

    [Theory]
    [InlineData("bool a, bool? b, Kind c, Kind? d, [OneOf(\"x\")] string e, [OneOf(\"x\")] string? f, [MaxValues(3)] System.ReadOnlySpan<char> g")]
    [InlineData("[InRange(1, 2)] byte a, [InRange(1, 2)] sbyte b, [InRange(1, 2)] short c, [InRange(1, 2)] ushort d, [InRange(1, 2)] int e, [InRange(1, 2)] uint f")]
    [InlineData("[InRange(1, 2)] long a, [InRange(1, 2)] ulong b, [InRange(1, 2)] nint c, [InRange(1, 2)] nuint? d")]
    public Task TakesTheSupportedTypes(string parameters) => DeclarationCheck.Verify(Group(parameters));

    [Theory]
    [InlineData("string x")]
    [InlineData("System.ReadOnlySpan<char> x")]
    [InlineData("System.Guid x")]
    [InlineData("System.Exception? x")]
    [InlineData("double x")]
    [InlineData("int? x")]
    [InlineData("object x")]
    [InlineData("dynamic x")]
    public Task LeavesWhatIsUnboundedToTheCardinalityRules(string parameters) => DeclarationCheck.Verify(Group(parameters));

    [Fact]
    public Task LeavesUnknownTypesToTheCompiler() => DeclarationCheck.Verify(Group("Unknown x"), "CS0246");

    [Fact]
    public Task IsSilencedByPragma() => DeclarationCheck.VerifyPragma(Group("{|MET007:char|} x"));

    private static string Group(string parameters) => $$"""
        public enum Kind { A, B }
        public class Plain;
        static partial class Group { [Counter("a_total")] public static partial Counter A({{parameters}}); }
        """;
}
