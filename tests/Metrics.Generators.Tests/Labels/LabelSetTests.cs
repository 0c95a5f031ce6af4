using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Labels;

public class LabelSetTests
{
    private const string Kinds = "public enum Kind { A, B }\n";

    [Theory]
    [InlineData("public readonly partial record struct Labels(Kind Kind, [OneOf(\"x\")] string Text, [property: InRange(1, 2)] int Code);")]
    [InlineData("public record Labels(Kind Kind, [property: OneOf(\"x\")] string Text, [field: InRange(1, 2)] int Code);")]
    [InlineData("""
        public struct Labels(Kind kind, string text, int code)
        {
            public Kind Kind = kind;
            [OneOf("x")] public string Text = text;
            [InRange(1, 2)] public int Code { get; set; } = code;
        }
        """)]
    [InlineData("""
        public class Labels(Kind kind, string text, int code)
        {
            public Kind Kind => kind;
            [OneOf("x")] public string Text { get; } = text;
            [InRange(1, 2)] public int Code = code;
        }
        """)]
    [InlineData("""
        public ref struct Labels(Kind kind, ReadOnlySpan<char> text, int code)
        {
            public Kind Kind => kind;
            [OneOf("x")] public ReadOnlySpan<char> Text { get; } = text;
            [InRange(1, 2)] public int Code = code;
        }
        """)]
    [InlineData("""
        public class Labels(Kind kind, string text, int code) : Base(kind, text)
        {
            [InRange(1, 2)] public int Code = code;
            public override string Text => base.Text;
        }

        public abstract class Base(Kind kind, string text)
        {
            public readonly Kind Kind = kind;
            [OneOf("x")] public virtual string Text => text;
            public static int Count;
            public const int Most = 3;
            public int this[int i] => i;
            public int Set { set { } }
        }
        """, "[OneOf(\"x\")] ")]
    public void ContributesItsMembers(string declaration, string onOverride = "") => Behaviour.Check(
        Kinds + "[LabelSet]\n" + declaration.Replace("public override", onOverride + "public override", StringComparison.Ordinal) + Group("bool first, Labels labels, bool last"),
        """
        metrics.X(true, new(Kind.B, "x", 2), false).Inc(1);
        metrics.X(false, new((Kind)7, "y", 9), true).Inc(2);
        """,
        """x_total{first="false",kind="other",text="other",code="other",last="true"} 2""",
        """x_total{first="true",kind="b",text="x",code="2",last="false"} 1""");

    [Theory]
    [InlineData("class", "Labels")]
    [InlineData("class", "Labels?")]
    [InlineData("record", "Labels")]
    [InlineData("struct", "Labels?")]
    [InlineData("record struct", "Labels?")]
    [InlineData("class", "in Labels?")]
    public void CountsANullSetAsOverflowOfEachLabel(string kind, string type)
    {
        var registry = Behaviour.Run(
            Kinds + $$"""
            [LabelSet]
            public {{kind}} Labels
            {
                public Kind Kind { get; set; }
                public bool? Warm { get; set; }
                public bool Plain { get; set; }
                [MaxValues(5)] public string? Text { get; set; }
                [InRange(1, 2)] public int Code { get; set; }
            }
            """ + Group(type + " labels, bool last"),
            "metrics.X(null!, true).Inc(1); metrics.X(new Labels { Kind = Kind.B, Code = 1, Warm = true, Plain = true, Text = \"t\" }, true).Inc(2);");
        Assert.Equal(
            [
                """x_total{kind="b",warm="true",plain="true",text="t",code="1",last="true"} 2""",
                """x_total{kind="other",plain="false",text="other",code="other",last="true"} 1""",
            ],
            Scrape.Touched(registry, "x_total"));
        Assert.Equal(1, Behaviour.Overflows(registry, "kind"));
        Assert.Equal(1, Behaviour.Overflows(registry, "text"));
        Assert.Equal(1, Behaviour.Overflows(registry, "code"));
    }

    [Fact]
    public void LeavesOutWhatIsHiddenAndHasNoLabelAttribute() => Behaviour.Check(
        Kinds + """
        [LabelSet]
        public readonly record struct Labels(Kind Kind)
        {
            private readonly int _code = 3;
            private string Text => Kind + "!" + _code;
            internal int Size => 3;
            public override string ToString() => Text;
        }
        """ + Group("Labels labels"),
        "metrics.X(new(Kind.B)).Inc();",
        """x_total{kind="b"} 1""");

    [Fact]
    public void TakesHiddenMembersWhereTheyAreLabelsAndCanBeRead() => Behaviour.Check(
        Kinds + """
        public partial class Metrics
        {
            [Counter("x_total")]
            private partial Counter X(Labels labels, Inner inner);

            public Counter X(Kind kind) => X(new(kind), new() { Code = 2 });

            private readonly record struct Labels([property: Label("k")] Kind Kind);

            private struct Inner
            {
                [InRange(1, 2)] internal int Code;
            }
        }
        """.Replace("private readonly record", "[LabelSet] private readonly record", StringComparison.Ordinal).Replace("private struct", "[LabelSet] private struct", StringComparison.Ordinal),
        "metrics.X(Kind.B).Inc();",
        """x_total{k="b",code="2"} 1""");

    [Fact]
    public void ReadsEachMemberOnce() => Behaviour.Check(
        Kinds + """
        [LabelSet]
        public class Labels
        {
            private int _reads;
            public Kind Kind => (Kind)(_reads++ % 3);
            [InRange(1, 1)] public int Code => _reads++ % 3;
        }
        """ + Group("Labels labels, in bool last"),
        "var labels = new Labels(); for (var i = 0; i < 30; i++) { metrics.X(labels, true).Inc(); }",
        """x_total{kind="a",code="1",last="true"} 10""",
        """x_total{kind="b",code="other",last="true"} 10""",
        """x_total{kind="other",code="other",last="true"} 10""");

    [Fact]
    public void MixesSeveralSetsAndNamesThatAreKeywords() => Behaviour.Check(
        """
        [LabelSet] public record struct One(bool @class, bool Value);
        [LabelSet] public record struct Two(bool @event, [Label("x_y")] bool XY, [Label("x__y")] bool X_Y);
        """ + Group("One @in, Two @out, [Label(\"family\")] bool __family, [Label(\"index\")] bool __index, [Label(\"__\" + \"\")] bool @is")
            .Replace("[Label(\"__\" + \"\")] ", "", StringComparison.Ordinal),
        "metrics.X(new(true, false), new(true, false, true), true, false, true).Inc();",
        """x_total{class="true",value="false",event="true",x_y="false",x__y="true",family="true",index="false",is="true"} 1""");

    private static string Group(string parameters) => $$"""


        public partial class Metrics
        {
            [Counter("x_total")]
            public partial Counter X({{parameters}});
        }
        """;
}
