using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Labels;

public class TextLabelTests
{
    [Theory]
    [InlineData("string")]
    [InlineData("ReadOnlySpan<char>")]
    public void ClosesATextByItsList(string type) => Behaviour.Check(
        Group($"""[OneOf("hit", "miss")] {type} result"""),
        """metrics.X("hit").Inc(1); metrics.X("miss").Inc(2); metrics.X("Hit").Inc(3); metrics.X("").Inc(4); metrics.X(null!).Inc(5);""",
        """x_total{result="hit"} 1""",
        """x_total{result="miss"} 2""",
        """x_total{result="other"} 12""");

    [Fact]
    public void ExposesNullAndTheEmptyTextOfANullableListAsAbsent() => Behaviour.Check(
        Group("""[OneOf("hit", "miss")] string? result, bool last"""),
        """metrics.X("miss", true).Inc(1); metrics.X("", true).Inc(2); metrics.X(null, true).Inc(3); metrics.X("x", true).Inc(4);""",
        """x_total{result="miss",last="true"} 1""",
        """x_total{result="other",last="true"} 4""",
        """x_total{last="true"} 5""");

    [Fact]
    public void LetsAListedOtherTakeTheOverflow()
    {
        var registry = Behaviour.Run(
            Group("""[OneOf("other", "hit")] string result"""),
            """metrics.X("other").Inc(1); metrics.X("nothing").Inc(2); metrics.X("hit").Inc(4);""");
        Assert.Equal(["""x_total{result="other"} 3""", """x_total{result="hit"} 4"""], Scrape.Touched(registry, "x_total"));
        Assert.Equal(1, Behaviour.Overflows(registry, "result"));
    }

    [Fact]
    public void KeepsQuotesNewlinesAndOtherScripts() => Behaviour.Check(
        Group("""[OneOf("a\"b", "a\\b", "a\nb", "größe", "\U0001F600", "a\u2028b", "{0}")] string result"""),
        """
        metrics.X("a\"b").Inc(1); metrics.X("a\\b").Inc(2); metrics.X("a\nb").Inc(3); metrics.X("größe").Inc(4);
        metrics.X("\U0001F600").Inc(5); metrics.X("a\u2028b").Inc(6); metrics.X("{0}").Inc(7);
        """,
        """x_total{result="a\"b"} 1""",
        """x_total{result="a\\b"} 2""",
        """x_total{result="a\nb"} 3""",
        """x_total{result="größe"} 4""",
        "x_total{result=\"\U0001F600\"} 5",
        "x_total{result=\"a\u2028b\"} 6",
        """x_total{result="{0}"} 7""");

    [Theory]
    [InlineData("string")]
    [InlineData("ReadOnlySpan<char>")]
    [InlineData("params ReadOnlySpan<char>")]
    [InlineData("scoped ReadOnlySpan<char>")]
    [InlineData("in ReadOnlySpan<char>")]
    public void TakesTheFirstTextsOfAnOpenLabel(string type) => Behaviour.Check(
        Group($"bool first, [MaxValues(2)] {type} tenant"),
        """metrics.X(true, "b").Inc(1); metrics.X(true, "a").Inc(2); metrics.X(true, "c").Inc(3); metrics.X(true, "b").Inc(4);""",
        """x_total{first="true",tenant="b"} 5""",
        """x_total{first="true",tenant="a"} 2""",
        """x_total{first="true",tenant="other"} 3""");

    [Fact]
    public void ExposesNullOfAnOpenLabelAsAbsent() => Behaviour.Check(
        Group("[MaxValues(1)] string? tenant, bool last"),
        """metrics.X(null, true).Inc(1); metrics.X("", true).Inc(2); metrics.X("a", true).Inc(4); metrics.X("b", true).Inc(8);""",
        """x_total{tenant="a",last="true"} 4""",
        """x_total{tenant="other",last="true"} 8""",
        """x_total{last="true"} 3""");

    private static string Group(string parameters) => $$"""
        public partial class Metrics
        {
            [Counter("x_total")]
            public partial Counter X({{parameters}});
        }
        """;
}
