using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>A label set of the wrong shape.</summary>
public class Met014Tests
{
    [Theory]
    [InlineData("[LabelSet] public record struct {|MET014:Set|};")]
    [InlineData("[LabelSet] public class {|MET014:Set|} { private bool _x = true; protected bool X => _x; public bool Y { set { } } public static bool Z; }")]
    [InlineData("[LabelSet] public class {|MET014:Set|} { internal bool X; }")]
    [InlineData("[LabelSet] public record struct Set(bool X, {|MET014:Inner|} Inner); [LabelSet] public record struct Inner(bool Y);")]
    [InlineData("[LabelSet] public record struct Set(bool X, {|MET014:Inner?|} Inner); [LabelSet] public record class Inner(bool Y);")]
    public Task ReportsTheSetOnce(string set) => DeclarationCheck.Verify(set + """
        public static partial class Group
        {
            [Counter("a_total")] public static partial Counter A(Set set);
            [Counter("b_total")] public static partial Counter B(bool x, Set? set);
        }
        """);

    [Fact]
    public Task ReportsAGenericSet() => DeclarationCheck.Verify(
        """
        [LabelSet] public record struct {|MET014:Set|}<T>(T X);
        public static partial class Group { [Counter("a_total")] public static partial Counter A(Set<bool> set); }
        """);

    [Fact]
    public Task ReportsAStaticSet() => DeclarationCheck.Verify("[LabelSet] public static class {|MET014:Set|} { public static bool X; }");

    [Fact]
    public Task ReportsALabelThatTheGroupCannotRead() => DeclarationCheck.VerifyMessage(
        """
        [LabelSet] public class Set { public bool X; [Label] private bool Hidden { get; set; } }
        public static partial class Group { [Counter("a_total")] public static partial Counter A(Set {|MET014:set|}); }
        """,
        "Label set 'Set' cannot be used: its label 'Hidden' cannot be read from 'Group'; make it public or take its label attribute away");

    [Fact]
    public async Task ReportsASetOfAReferenceWhereItIsUsed()
    {
        var library = GeneratorRun.Of(TestCompilation.Of(
            "Library", OutputKind.DynamicallyLinkedLibrary, "using TypedMetrics; [LabelSet] public record struct Set; [LabelSet] public record Fine([InRange(1, 2)] int Code, [Label(\"k\")] bool B);"));
        var source = MarkedSource.Parse(
            "using TypedMetrics; public static partial class Group { [Counter(\"a_total\")] public static partial Counter A(Set {|MET014:set|}, Fine fine); }");
        var reference = new LoadedProgram().Add(library);
        var (diagnostics, run) = await DeclarationCheck.Analyze(TestCompilation.Library(source.Text).AddReferences(reference));
        Assert.Equal(source.Marks, diagnostics.Select(static diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan)));
        Assert.Empty(run.Complaints);
    }

    [Theory]
    [InlineData("[LabelSet] public record struct Set(bool X);")]
    [InlineData("[LabelSet] internal class Set { internal bool X; }")]
    [InlineData("[LabelSet] public class Set { public bool X; private bool Hidden { get; set; } public Set? Copy() => this; }")]
    public Task TakesAnyTypeWithLabels(string set) => DeclarationCheck.Verify(
        set + "static partial class Group { [Counter(\"a_total\")] internal static partial Counter A(Set set); }");

    [Fact]
    public Task IsSilencedByPragma() => DeclarationCheck.VerifyPragma("[LabelSet] public record struct {|MET014:Set|};");
}
