using TypedMetrics.CompilerServices;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Labels;

public sealed class LabelDeclarationTests
{
    [Fact]
    public void SizesCountOtherAndEmpty()
    {
        Assert.Equal((3, 2), Size(LabelDeclaration.Closed("a", ["x", "y", "other"], 2)));
        Assert.Equal((2, -1), Size(LabelDeclaration.Closed("a", ["false", "true"], -1)));
        Assert.Equal((4, 3), Size(LabelDeclaration.Range("a", -1, 1, nullable: false)));
        Assert.Equal((5, 3), Size(LabelDeclaration.Range("a", -1, 1, nullable: true)));
        Assert.Equal((11, 10), Size(LabelDeclaration.Open("a", 10, nullable: false)));
        Assert.Equal((12, 10), Size(LabelDeclaration.Open("a", 10, nullable: true)));

        static (int, int) Size(LabelDeclaration label) => (label.Size, label.Other);
    }

    [Fact]
    public void AreEqualByContent()
    {
        LabelDeclaration[] Different() =>
        [
            LabelDeclaration.Closed("a", ["x", "other"], 1),
            LabelDeclaration.Closed("b", ["x", "other"], 1),
            LabelDeclaration.Closed("a", ["y", "other"], 1),
            LabelDeclaration.Closed("a", ["x", "other"], 0),
            LabelDeclaration.Range("a", 0, 5, nullable: false),
            LabelDeclaration.Range("a", 1, 6, nullable: false),
            LabelDeclaration.Range("a", 0, 4, nullable: true),
            LabelDeclaration.Open("a", 5, nullable: false),
            LabelDeclaration.Open("a", 6, nullable: false),
            LabelDeclaration.Open("a", 5, nullable: true),
        ];
        Assert.Equal(Different(), Different());
        Assert.Equal(Different().Select(label => label.GetHashCode()), Different().Select(label => label.GetHashCode()));
        Assert.Equal(Different().Length, Different().Concat(Different()).Distinct().Count());
        Assert.False(Different()[0].Equals((object?)null));
    }

    [Fact]
    public void DoNotChangeWithTheArrayTheyWereMadeFrom()
    {
        string[] values = ["x", "other"];
        var label = LabelDeclaration.Closed("a", values, 1);
        values[0] = "y";
        Assert.Equal(LabelDeclaration.Closed("a", ["x", "other"], 1), label);
    }

    [Fact]
    public void RefuseBoundsThatMakeNoDimension()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelDeclaration.Closed("a", [], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelDeclaration.Closed("a", ["x"], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelDeclaration.Closed("a", ["x"], -2));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelDeclaration.Range("a", 2, 1, nullable: false));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelDeclaration.Range("a", long.MinValue, long.MaxValue, nullable: false));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelDeclaration.Open("a", 0, nullable: false));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelDeclaration.Open("a", int.MaxValue, nullable: true));
    }

    [Fact]
    public void EveryValueIsExposedByItsText()
    {
        var registry = new CollectorRegistry();
        var family = registry.Gauge(
            "level",
            LabelDeclaration.Closed("kind", ["a\"b\\c\nd", "other", ""], 1),
            LabelDeclaration.Range("shard", -1, 1, nullable: true));
        for (var index = 0; index < 15; index++)
        {
            family.At(index).Set(index);
        }

        Assert.Equal(
            [
                """level{kind="a\"b\\c\nd",shard="-1"} 0""",
                """level{kind="a\"b\\c\nd",shard="0"} 1""",
                """level{kind="a\"b\\c\nd",shard="1"} 2""",
                """level{kind="a\"b\\c\nd",shard="other"} 3""",
                """level{kind="a\"b\\c\nd"} 4""",
                """level{kind="other",shard="-1"} 5""",
                """level{kind="other",shard="0"} 6""",
                """level{kind="other",shard="1"} 7""",
                """level{kind="other",shard="other"} 8""",
                """level{kind="other"} 9""",
                """level{shard="-1"} 10""",
                """level{shard="0"} 11""",
                """level{shard="1"} 12""",
                """level{shard="other"} 13""",
                """level 14""",
            ],
            registry.Samples("level"));
        Assert.Equal(3, registry.GetSampleValue("level", ("shard", "other"), ("kind", "a\"b\\c\nd")));
        Assert.Equal(12, registry.GetSampleValue("level", ("shard", "1"), ("kind", "")));
        Assert.Equal(14, registry.GetSampleValue("level"));
    }

    [Fact]
    public void LongRangesOfAnySignAreExposed()
    {
        var registry = new CollectorRegistry();
        var family = registry.Gauge("level", LabelDeclaration.Range("code", long.MaxValue - 5, long.MaxValue, nullable: false));
        var other = registry.Gauge("depth", LabelDeclaration.Range("code", long.MinValue, long.MinValue + 2_000_000_000, nullable: false));
        family.At(5).Set(1);
        other.At(0).Set(2);
        other.At(2_000_000_001).Set(3);
        Assert.Equal(1, registry.GetSampleValue("level", ("code", "9223372036854775807")));
        Assert.Equal(2, registry.GetSampleValue("depth", ("code", "-9223372036854775808")));
        Assert.Equal(3, registry.GetSampleValue("depth", ("code", "other")));
    }
}
