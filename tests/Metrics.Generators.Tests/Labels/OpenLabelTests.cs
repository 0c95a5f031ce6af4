using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Labels;

/// <summary>Types marked as open labels.</summary>
public class OpenLabelTests
{
    [Fact]
    public void TakesTheFirstTexts() => Behaviour.Check(
        Group("bool first, Tenant tenant", 2),
        """
        metrics.X(true, Tenant.Of("b")).Inc(1); metrics.X(true, Tenant.Of("a".AsSpan())).Inc(2);
        metrics.X(true, Tenant.Of("c")).Inc(3); metrics.X(true, Tenant.Of("b")).Inc(4);
        """,
        """x_total{first="true",tenant="b"} 5""",
        """x_total{first="true",tenant="a"} 2""",
        """x_total{first="true",tenant="other"} 3""");

    [Theory]
    [InlineData("Tenant tenant", "Tenant.Of((string?)null)", "default")]
    [InlineData("Tenant? tenant", "Tenant.Of(\"\")", "null")]
    [InlineData("in Tenant? tenant", "Tenant.Of(default(ReadOnlySpan<char>))", "default(Tenant)")]
    public void ExposesNoTextAsAbsent(string parameter, string first, string second) => Behaviour.Check(
        Group(parameter + ", bool last", 1),
        $"""metrics.X({first}, true).Inc(1); metrics.X({second}, true).Inc(2); metrics.X(Tenant.Of("a"), true).Inc(4);""",
        """x_total{last="true"} 3""",
        """x_total{tenant="a",last="true"} 4""");

    [Fact]
    public void TakesOtherForTheOverflowValue()
    {
        var registry = Behaviour.Run(
            Group("Tenant tenant", 1),
            """metrics.X(Tenant.Of("other")).Inc(1); metrics.X(Tenant.Of("a")).Inc(2); metrics.X(Tenant.Of("b")).Inc(4); metrics.X(Tenant.Of("c")).Inc(8);""");
        Assert.Equal(["""x_total{tenant="a"} 2""", """x_total{tenant="other"} 13"""], Scrape.Touched(registry, "x_total"));
        Assert.Equal(2, Behaviour.Overflows(registry, "tenant"));
    }

    [Fact]
    public void CountsAnOverflowInEachMetricThatTakesTheValue()
    {
        var registry = Behaviour.Run(
            """
            [OpenLabel(1)] public readonly partial struct Tenant;
            public partial class Metrics
            {
                [Counter("x_total")] public partial Counter X(Tenant tenant);
                [Counter("y_total")] public partial Counter Y(Tenant tenant);
                [Counter("z_total")] public partial Counter Z(Tenant tenant);
            }
            """,
            """_ = Tenant.Of("a"); var late = Tenant.Of("b"); metrics.X(late).Inc(); metrics.X(late).Inc(); metrics.Y(late).Inc();""");
        Assert.Equal(
            ["""typedmetrics_label_overflow_total{metric="x_total",label="tenant"} 2""", """typedmetrics_label_overflow_total{metric="y_total",label="tenant"} 1"""],
            Scrape.Samples(registry, "typedmetrics_label_overflow_total"));
    }

    [Fact]
    public void CanBeMembersOfLabelSets() => Behaviour.Check(
        """
        [OpenLabel(2)] public readonly partial struct Tenant;
        [LabelSet] public record Sale(Tenant Seller, bool Gift, Tenant? Buyer);
        public partial class Metrics { [Counter("x_total")] public partial Counter X(Sale sale, Tenant broker); }
        """,
        """
        metrics.X(new(Tenant.Of("a"), true, null), Tenant.Of("b")).Inc(1); metrics.X(new(Tenant.Of("b"), false, Tenant.Of("a")), default).Inc(2);
        metrics.X(null!, Tenant.Of("a")).Inc(4);
        """,
        """x_total{seller="a",gift="true",broker="b"} 1""",
        """x_total{seller="b",gift="false",buyer="a"} 2""",
        """x_total{seller="other",gift="false",buyer="other",broker="a"} 4""");

    [Fact]
    public void ReadsBackAndComparesByText() => Behaviour.Check(
        Group("bool same", 2),
        """
        Check(Tenant.Of("a").Text == "a" && Tenant.Of("a").ToString() == "a" && $"{Tenant.Of("a")}" == "a");
        Check(Tenant.Of("a") == Tenant.Of("a".AsSpan()) && Tenant.Of("a").Equals((object)Tenant.Of("a")) && Tenant.Of("a").GetHashCode() == Tenant.Of("a").GetHashCode());
        Check(Tenant.Of("a") != Tenant.Of("b") && !Tenant.Of("a").Equals("a"));
        Check(default(Tenant).Text == "" && default == Tenant.Of("") && default(Tenant) == Tenant.Of(null));
        Check(Tenant.Of("c").Text == "other" && Tenant.Of("c") == Tenant.Of("d") && Tenant.Of("c") == Tenant.Of("other"));
        Check(Tenant.Of("c").GetHashCode() == Tenant.Of("other").GetHashCode() && Tenant.Of("c") != Tenant.Of("b"));
        void Check(bool holds) => metrics.X(holds).Inc();
        """,
        """x_total{same="true"} 6""");

    [Fact]
    public void EscapesTextsAsOtherLabelsDo() => Behaviour.Check(
        Group("Tenant tenant", 5),
        """metrics.X(Tenant.Of("a\"b\\\n")).Inc(1); metrics.X(Tenant.Of("x\ud800")).Inc(2); metrics.X(Tenant.Of("x\udfff")).Inc(4);""",
        """x_total{tenant="a\"b\\\n"} 1""",
        "x_total{tenant=\"x\uFFFD\"} 6");

    [Fact]
    public void ExpiringOnesCountLikeOthers() => Behaviour.Check(
        """
        [OpenLabel(2), ExpireAfter(600)] public readonly partial struct Tenant;
        [LabelSet] public record Sale(Tenant Seller, [MaxValues(2), ExpireAfter(60)] string Item);
        public partial class Metrics { [Counter("x_total"), ExpireAfter(90)] public partial Counter X(Sale sale, [MaxValues(2)] string kind); }
        """,
        """
        metrics.X(new(Tenant.Of("a"), "i"), "k").Inc(1); metrics.X(new(Tenant.Of("b"), "j"), "other").Inc(2); metrics.X(new(Tenant.Of("c"), "l"), "m").Inc(4);
        metrics.X(new(default, "i"), "k").Inc(8);
        """,
        """x_total{item="i",kind="k"} 8""",
        """x_total{seller="a",item="i",kind="k"} 1""",
        """x_total{seller="b",item="j",kind="other"} 2""",
        """x_total{seller="other",item="other",kind="m"} 4""");

    [Fact]
    public void MayHaveMembersInterfacesAndAttributesOfItsOwn() => Behaviour.Check(
        """
        public static partial class Names
        {
            [OpenLabel(3), System.Diagnostics.DebuggerDisplay("{Text}")]
            public readonly partial struct @class : IComparable<@class>
            {
                private static readonly string s_prefix = "p-";
                public static @class Prefixed(string text) => Of(s_prefix + text);
                public int CompareTo(@class other) => string.CompareOrdinal(Text, other.Text);
            }
        }

        public partial class Metrics { [Counter("x_total")] public partial Counter X(Names.@class @class); }
        """,
        """metrics.X(Names.@class.Prefixed("a")).Inc();""",
        """x_total{class="p-a"} 1""");

    [Fact]
    public void KeepsItsValuesWhenAStaticInitializerOfTheTypeThrows() => Behaviour.Check(
        """
        [OpenLabel(3)]
        public readonly partial struct Tenant { public static readonly int Unlucky = int.Parse("x"); }
        public partial class Metrics { [Counter("x_total")] public partial Counter X(Tenant tenant); }
        """,
        """metrics.X(Tenant.Of("a")).Inc();""",
        """x_total{tenant="a"} 1""");

    [Fact]
    public void IsTheSameForAReferencingAssembly()
    {
        var program = new LoadedProgram();
        var library = program.Add(GeneratorRun.Of(TestCompilation.Of(
            "Library", Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary, "using TypedMetrics; [OpenLabel(2)] public readonly partial struct Tenant;")).Clean());
        program.Add(GeneratorRun.Of(TestCompilation.Of(
            "Program",
            Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary,
            """
            using TypedMetrics;
            public partial class Metrics { [Counter("x_total")] public partial Counter X(Tenant tenant); }
            public static class Program { public static void Run(CollectorRegistry registry) => new Metrics(registry).X(Tenant.Of("a")).Inc(); }
            """).AddReferences(library)).Clean());
        var registry = new CollectorRegistry();
        program.Call("Program", "Program", "Run", registry);
        Assert.Equal(["""x_total{tenant="a"} 1"""], Scrape.Touched(registry, "x_total"));
    }

    private static string Group(string parameters, int maximum) =>
        $$"""
        [OpenLabel({{maximum}})] public readonly partial struct Tenant;
        public partial class Metrics { [Counter("x_total")] public partial Counter X({{parameters}}); }
        """;
}
