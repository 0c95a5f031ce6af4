using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Labels;

public class RangeLabelTests
{
    [Theory]
    [InlineData("sbyte", "-3", "3")]
    [InlineData("short", "-3", "3")]
    [InlineData("int", "-3", "3")]
    [InlineData("long", "-3", "3")]
    [InlineData("nint", "-3", "3")]
    [InlineData("sbyte", "sbyte.MinValue", "-120")]
    [InlineData("int", "int.MinValue", "int.MinValue + 1")]
    [InlineData("int", "int.MaxValue - 1", "int.MaxValue")]
    [InlineData("long", "long.MinValue", "long.MinValue + 1")]
    [InlineData("long", "long.MaxValue - 1", "long.MaxValue")]
    [InlineData("byte", "0", "255")]
    [InlineData("byte", "100", "200")]
    [InlineData("ushort", "0", "65535")]
    [InlineData("uint", "3_000_000_000", "3_000_000_010")]
    [InlineData("ulong", "0", "3")]
    [InlineData("ulong", "long.MaxValue - 1", "long.MaxValue")]
    [InlineData("nuint", "5_000_000_000", "5_000_000_001")]
    [InlineData("nint", "5_000_000_000", "5_000_000_001")]
    public void TakesItsBoundsOfEveryIntegerType(string type, string minimum, string maximum)
    {
        foreach (var nullable in new[] { "", "?" })
        {
            var registry = Behaviour.Run(
                Group($"[InRange({minimum}, {maximum})] {type}{nullable} code, bool last"),
                $$"""
                metrics.X(unchecked(({{type}})({{minimum}})), true).Inc(1);
                metrics.X(unchecked(({{type}})({{maximum}})), true).Inc(2);
                """);
            Assert.Equal([1, 2], Scrape.Touched(registry, "x_total").Select(static line => line[^1] - '0'));
            Assert.Null(Behaviour.Overflows(registry, "code"));
        }
    }

    [Theory]
    [InlineData("sbyte", "sbyte.MaxValue")]
    [InlineData("byte", "byte.MaxValue")]
    [InlineData("short", "short.MinValue")]
    [InlineData("ushort", "ushort.MaxValue")]
    [InlineData("int", "int.MinValue")]
    [InlineData("uint", "uint.MaxValue")]
    [InlineData("long", "long.MinValue")]
    [InlineData("ulong", "ulong.MaxValue")]
    [InlineData("nint", "nint.MinValue")]
    [InlineData("nuint", "nuint.MaxValue")]
    public void CountsWhatLiesOutside(string type, string outside) => Behaviour.Check(
        Group($"[InRange(1, 3)] {type} code"),
        $"metrics.X(1).Inc(1); metrics.X(3).Inc(2); metrics.X(0).Inc(3); metrics.X(4).Inc(4); metrics.X({outside}).Inc(5);",
        """x_total{code="1"} 1""",
        """x_total{code="3"} 2""",
        """x_total{code="other"} 12""");

    [Theory]
    [InlineData("int")]
    [InlineData("ulong")]
    [InlineData("nint")]
    public void ExposesNullAsAbsent(string type) => Behaviour.Check(
        Group($"[InRange(1, 3)] {type}? code, bool last"),
        "metrics.X(2, true).Inc(1); metrics.X(null, true).Inc(2); metrics.X(9, true).Inc(3);",
        """x_total{code="2",last="true"} 1""",
        """x_total{code="other",last="true"} 3""",
        """x_total{last="true"} 2""");

    private static string Group(string parameters) => $$"""
        public partial class Metrics
        {
            [Counter("x_total", MaxSeries = 1_000_000)]
            public partial Counter X({{parameters}});
        }
        """;
}
