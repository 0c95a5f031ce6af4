using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Labels;

public class EnumLabelTests
{
    [Theory]
    [InlineData("sbyte", "-128", "127")]
    [InlineData("byte", "3", "255")]
    [InlineData("short", "-32768", "32767")]
    [InlineData("ushort", "3", "65535")]
    [InlineData("int", "int.MinValue", "int.MaxValue")]
    [InlineData("uint", "3", "uint.MaxValue")]
    [InlineData("long", "long.MinValue", "long.MaxValue")]
    [InlineData("ulong", "3", "ulong.MaxValue")]
    public void TakesNumbersWithGapsOfEveryUnderlyingType(string type, string low, string high) => Behaviour.Check(
        Group($"enum Kind : {type} {{ Low = {low}, High = {high} }}", "Kind kind"),
        "metrics.X(Kind.Low).Inc(1); metrics.X(Kind.High).Inc(2); metrics.X((Kind)5).Inc(3);",
        """x_total{kind="low"} 1""",
        """x_total{kind="high"} 2""",
        """x_total{kind="other"} 3""");

    [Theory]
    [InlineData("sbyte", "-1")]
    [InlineData("byte", "255")]
    [InlineData("short", "-1")]
    [InlineData("ushort", "65535")]
    [InlineData("int", "-1")]
    [InlineData("uint", "uint.MaxValue")]
    [InlineData("long", "-1")]
    [InlineData("ulong", "ulong.MaxValue")]
    [InlineData("ulong", "0x1_0000_0000")]
    [InlineData("long", "0x1_0000_0001")]
    public void TakesContiguousNumbersOfEveryUnderlyingType(string type, string undefined) => Behaviour.Check(
        Group($"enum Kind : {type} {{ A, B }}", "Kind kind"),
        $"metrics.X(Kind.A).Inc(1); metrics.X(Kind.B).Inc(2); metrics.X((Kind)2).Inc(3); metrics.X((Kind)({undefined})).Inc(4);",
        """x_total{kind="a"} 1""",
        """x_total{kind="b"} 2""",
        """x_total{kind="other"} 7""");

    [Fact]
    public void CountsUndefinedValuesAsOverflowOfTheirLabelAlone()
    {
        var registry = Behaviour.Run(
            Group("enum Kind { A, B }", "Kind first, Kind second"),
            "metrics.X((Kind)9, Kind.B).Inc(); metrics.X((Kind)9, Kind.A).Inc();");
        Assert.Equal(
            ["""x_total{first="other",second="a"} 1""", """x_total{first="other",second="b"} 1"""], Scrape.Touched(registry, "x_total"));
        Assert.Equal(2, Behaviour.Overflows(registry, "first"));
        Assert.Null(Behaviour.Overflows(registry, "second"));
    }

    [Fact]
    public void TakesAliasesAsOneValueUnderTheFirstName() => Behaviour.Check(
        Group("enum Kind { Second = 2, First = 1, Erste = 1, Zweite = Second }", "Kind kind"),
        "metrics.X(Kind.First).Inc(); metrics.X(Kind.Erste).Inc(); metrics.X(Kind.Second).Inc(); metrics.X(Kind.Zweite).Inc(2);",
        """x_total{kind="second"} 3""",
        """x_total{kind="first"} 2""");

    [Fact]
    public void TakesFlagsByTheirDeclaredCombinationsAlone() => Behaviour.Check(
        Group("[Flags] enum Kind { None = 0, Read = 1, Write = 2, Both = 3, Run = 4 }", "Kind kind"),
        "metrics.X(Kind.Read | Kind.Write).Inc(); metrics.X(Kind.Read | Kind.Run).Inc(2); metrics.X(0).Inc(3);",
        """x_total{kind="none"} 3""",
        """x_total{kind="both"} 1""",
        """x_total{kind="other"} 2""");

    [Fact]
    public void LetsAMemberNamedOtherTakeTheOverflow()
    {
        var registry = Behaviour.Run(
            Group("enum Kind { Other, A }", "Kind kind"), "metrics.X(Kind.Other).Inc(); metrics.X((Kind)7).Inc(2); metrics.X(Kind.A).Inc(4);");
        Assert.Equal(["""x_total{kind="other"} 3""", """x_total{kind="a"} 4"""], Scrape.Touched(registry, "x_total"));
        Assert.Equal(1, Behaviour.Overflows(registry, "kind"));
    }

    [Theory]
    [InlineData("enum Kind { A, B }")]
    [InlineData("enum Kind { A = 5, B = -5 }")]
    [InlineData("enum Kind : ulong { A, B = ulong.MaxValue }")]
    public void ExposesNullAsAbsent(string kind) => Behaviour.Check(
        Group(kind, "Kind? kind, bool last"),
        "metrics.X(null, true).Inc(1); metrics.X(Kind.B, true).Inc(2); metrics.X((Kind)99, true).Inc(3); metrics.X(Kind.A, false).Inc(4);",
        """x_total{kind="a",last="false"} 4""",
        """x_total{kind="b",last="true"} 2""",
        """x_total{kind="other",last="true"} 3""",
        """x_total{last="true"} 1""");

    [Fact]
    public void TakesAByteEnumWithoutAnUndefinedValue()
    {
        var members = string.Join(", ", Enumerable.Range(0, 256).Select(static i => $"V{255 - i} = {255 - i}"));
        Behaviour.Check(
            Group($"enum Kind : byte {{ {members} }}", "Kind kind, Kind? last"),
            "metrics.X(Kind.V0, Kind.V255).Inc(1); metrics.X(Kind.V255, null).Inc(2);",
            """x_total{kind="v255"} 2""",
            """x_total{kind="v0",last="v255"} 1""");
    }

    [Theory]
    [InlineData("", "not_found", "http_status2xx", "ok")]
    [InlineData("[Label(Case = LabelCase.Snake)]", "not_found", "http_status2xx", "ok")]
    [InlineData("[Label(Case = LabelCase.Kebab)]", "not-found", "http-status2xx", "ok")]
    [InlineData("[Label(Case = LabelCase.Lower)]", "notfound", "httpstatus2xx", "ok")]
    [InlineData("[Label(Case = LabelCase.Upper)]", "NOTFOUND", "HTTPSTATUS2XX", "OK")]
    [InlineData("[Label(Case = LabelCase.Camel)]", "notFound", "httpStatus2xx", "ok")]
    [InlineData("[Label(Case = LabelCase.Declared)]", "NotFound", "HTTPStatus2xx", "OK")]
    [InlineData("[Label(AsNumber = true)]", "404", "-7", "200")]
    public void WritesTheTextAsTheLabelSays(string attribute, string notFound, string status, string ok) => Behaviour.Check(
        Group("enum Kind { NotFound = 404, HTTPStatus2xx = -7, OK = 200 }", attribute + " Kind kind"),
        "metrics.X(Kind.NotFound).Inc(1); metrics.X(Kind.HTTPStatus2xx).Inc(2); metrics.X(Kind.OK).Inc(3);",
        $$"""x_total{kind="{{notFound}}"} 1""",
        $$"""x_total{kind="{{status}}"} 2""",
        $$"""x_total{kind="{{ok}}"} 3""");

    [Fact]
    public void PrefersTheMembersOwnTextToCaseAndNumber() => Behaviour.Check(
        Group("""enum Kind { [LabelValue("/api/\"ü\"\n")] Cart, Rest }""", "[Label(AsNumber = true)] Kind kind, [Label(Case = LabelCase.Upper)] Kind upper"),
        "metrics.X(Kind.Cart, Kind.Cart).Inc(1); metrics.X(Kind.Rest, Kind.Rest).Inc(2);",
        """x_total{kind="/api/\"ü\"\n",upper="/api/\"ü\"\n"} 1""",
        """x_total{kind="1",upper="REST"} 2""");

    [Fact]
    public void WarnsOfNoObsoleteOrExperimentalMember() => Behaviour.Check(
        Group(
            """
            enum Kind { A = 3, [Obsolete("Use A.")] B = 1, [Obsolete("Gone.", error: true)] C = -2, [System.Diagnostics.CodeAnalysis.Experimental("X1")] D = 9 }
            """,
            "Kind kind"),
        "metrics.X((Kind)1).Inc(1); metrics.X((Kind)(-2)).Inc(2); metrics.X((Kind)9).Inc(3);",
        """x_total{kind="b"} 1""",
        """x_total{kind="c"} 2""",
        """x_total{kind="d"} 3""");

    [Fact]
    public void WarnsOfNoObsoleteOrExperimentalEnum() => Behaviour.Check(
        """
        #pragma warning disable CS0612, CS0618, X1, X2
        [Obsolete("Use nothing.")] public enum Old { A = 3, B = 1 }
        [Obsolete(DiagnosticId = "X2")] public enum Older { A = 3, B = 1 }
        [System.Diagnostics.CodeAnalysis.Experimental("X1")] public enum New { A = 3, B = 1 }

        public partial class Metrics
        {
            [Counter("x_total")]
            public partial Counter X(Old old, Older? older, New next);
        }
        """,
        "metrics.X((Old)1, (Older)1, (New)1).Inc(1);",
        """x_total{old="b",older="b",next="b"} 1""");

    private static string Group(string kind, string parameters) => $$"""
        #pragma warning disable CS0618
        public {{kind}}

        public partial class Metrics
        {
            [Counter("x_total")]
            public partial Counter X({{parameters}});
        }
        """.Replace("public [Flags]", "[Flags] public", StringComparison.Ordinal);
}
