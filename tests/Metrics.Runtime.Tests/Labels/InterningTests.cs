using TypedMetrics.CompilerServices;
using TypedMetrics.Families;
using TypedMetrics.Runtime.Tests.Cells;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Labels;

public sealed class InterningTests
{
    private readonly CollectorRegistry _registry = new();

    [Fact]
    public void TextsGetAnIndexEachUpToTheMaximum()
    {
        var family = _registry.Counter("orders_total", Declare.Open("tenant", 3));
        Assert.Equal([0, 1, 2], new[] { "a", "b", "c" }.Select(text => family.Intern(0, text)));
        Assert.Equal(3, family.Intern(0, "d"));
        Assert.Equal(3, family.Intern(0, "e".AsSpan()));
        Assert.Equal(1, family.Intern(0, "b"));
        Assert.Equal(1, family.Intern(0, new string('b', 1).AsSpan()));
        Assert.Equal(2, _registry.GetSampleValue("typedmetrics_label_overflow_total", ("metric", "orders_total"), ("label", "tenant")));
    }

    [Fact]
    public void TextOtherIsTheOverflowValueAndNoOverflow()
    {
        var family = _registry.Counter("orders_total", Declare.Open("tenant", 3));
        family.At(family.Intern(0, "other")).Inc();
        family.At(family.Intern(0, "other".AsSpan())).Inc();
        Assert.Equal(3, family.Intern(0, "other"));
        Assert.Equal(2, _registry.GetSampleValue("orders_total", ("tenant", "other")));
        Assert.Empty(_registry.Samples("typedmetrics_label_overflow_total"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void NullIsTheEmptyValueOfANullableLabel(string? text)
    {
        var family = _registry.Counter("orders_total", Declare.Open("tenant", 3, nullable: true));
        Assert.Equal(4, family.Intern(0, text));
        Assert.Equal(4, family.Intern(0, text.AsSpan()));
        family.At(4).Inc();
        Assert.Equal(["orders_total 1"], _registry.Samples("orders_total"));
        Assert.Equal(1, _registry.GetSampleValue("orders_total"));
        Assert.Equal(1, _registry.GetSampleValue("orders_total", ("tenant", "")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void NullIsTheEmptyTextOfALabelThatIsNotNullable(string? text)
    {
        var family = _registry.Counter("orders_total", Declare.Open("tenant", 3));
        Assert.Equal(0, family.Intern(0, text));
        Assert.Equal(0, family.Intern(0, text.AsSpan()));
        Assert.Equal(1, family.Intern(0, "a"));
    }

    [Fact]
    public void TextsThatAreEncodedAlikeAreOneValue()
    {
        var family = _registry.Counter("orders_total", Declare.Open("tenant", 3));
        var index = family.Intern(0, "x\uD800y");
        Assert.Equal(index, family.Intern(0, "x\uDC00y"));
        Assert.Equal(index, family.Intern(0, "x\uFFFDy".AsSpan()));
        Assert.NotEqual(index, family.Intern(0, "x\uD83D\uDE00y"));
        family.At(index).Inc();
        Assert.Equal(1, _registry.GetSampleValue("orders_total", ("tenant", "x\uFFFDy")));
        Assert.Equal(2, family.Intern(0, "c"));

        // Nor do they count as new ones once the label is full.
        Assert.Equal(index, family.Intern(0, "x\uDBFFy"));
        Assert.Equal(3, family.Intern(0, "z\uDBFF"));
        Assert.Equal(1, _registry.GetSampleValue("typedmetrics_label_overflow_total", ("metric", "orders_total"), ("label", "tenant")));
    }

    [Fact]
    public void EachLabelOfEachFamilyHasItsOwnValues()
    {
        var family = _registry.Counter("orders_total", Declare.Open("a", 5), Declare.Open("b", 5));
        var other = _registry.Counter("sales_total", Declare.Open("a", 5));
        Assert.Equal(0, family.Intern(0, "x"));
        Assert.Equal(1, family.Intern(0, "y"));
        Assert.Equal(0, family.Intern(1, "y"));
        Assert.Equal(0, other.Intern(0, "y"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(5000)]
    public void FindsAllTextsOfAnyLength(int maximum)
    {
        var interner = new TextInterner(maximum, text => System.Text.Encoding.UTF8.GetBytes($"<{text}>"));
        string[] texts = [.. Enumerable.Range(0, maximum).Select(i => new string((char)('a' + (i % 26)), i % 40) + i)];
        for (var i = 0; i < maximum; i++)
        {
            Assert.Equal(-1, interner.Find(texts[i]));
            Assert.Equal(i, interner.Add(texts[i]));
        }

        Assert.Equal(-1, interner.Add("one too many"));
        for (var i = 0; i < maximum; i++)
        {
            Assert.Equal(i, interner.Find(texts[i]));
            Assert.Equal(i, interner.Find(texts[i].ToCharArray().AsSpan()));
            Assert.Equal(i, interner.Add(texts[i]));
            Assert.Equal(texts[i], interner.Text(i));
            Assert.Equal($"<{texts[i]}>", System.Text.Encoding.UTF8.GetString(interner.Encoded(i)));
        }
    }

    [Fact]
    public void TextsWithOneHashAreKeptApart()
    {
        var table = new TextTable(8);
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(i, table.Add($"text {i}", hash: 7, []));
        }

        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(i, table.FindKeyed($"text {i}", 7));
        }

        Assert.Equal(-1, table.FindKeyed("text 8", 7));
        var larger = table.Grow(1000);
        Assert.Equal(5, larger.FindKeyed("text 5", 7));
        Assert.Equal(-1, larger.FindKeyed("text 5", 8));
    }

    [Fact]
    public void HashTellsTextsOfEveryLengthApart()
    {
        var random = new Random(6);
        var texts = new HashSet<string>();
        for (var length = 0; length <= 64; length++)
        {
            texts.Add(new string('\0', length));
            texts.Add(new string('a', length));
            for (var i = 0; i < length; i++)
            {
                // One character, and one bit of it.
                var changed = new string('a', length).ToCharArray();
                changed[i] ^= (char)(1 << random.Next(16));
                texts.Add(new string(changed));
            }
        }

        // 2,200 texts in 32 bits meet by chance once in 1,700 runs; a hash that leaves out a part of the text, at once.
        var hashes = texts.Select(text => TextHash.Of(text)).Distinct().Count();
        Assert.InRange(hashes, texts.Count - 1, texts.Count);
        Assert.All(texts, text => Assert.Equal(TextHash.Of(text), TextHash.Of(new string(text.AsSpan()))));
    }

    [Fact]
    public void ThreadsThatInternTheSameTextsAgree()
    {
        var family = _registry.Counter("orders_total", Declare.Open("tenant", 2000));
        var seen = new int[8][];
        Threads.Run(8, thread =>
        {
            var random = new Random(thread);
            var indexes = new int[3000];
            foreach (var i in Enumerable.Range(0, 3000).OrderBy(_ => random.Next()))
            {
                indexes[i] = family.Intern(0, $"tenant {i}");
                Assert.Equal(indexes[i], family.Intern(0, $"tenant {i}".AsSpan()));
            }

            seen[thread] = indexes;
        });

        // Who came too late for one thread may have come in time for another, but never the other way round.
        for (var i = 0; i < 3000; i++)
        {
            Assert.Single(seen.Select(indexes => indexes[i]).Distinct());
        }

        Assert.Equal(2000, seen[0].Where(index => index < 2000).Distinct().Count());
    }

    [Fact]
    public void StreamOfNewTextsBeyondTheMaximumTakesNoMemory()
    {
        var family = _registry.Counter("orders_total", Declare.Open("tenant", 10));
        var text = new char[40];
        for (var i = 0; i < 20; i++)
        {
            Assert.True(family.Intern(0, Text(i)) <= 10);
        }

        Assert.Equal(0, TypedMetrics.Tests.Allocations.LeastOf(5, () =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                Assert.True(family.Intern(0, Text(i)) <= 10);
            }
        }));

        ReadOnlySpan<char> Text(int i)
        {
            text.AsSpan().Fill('x');
            i.TryFormat(text, out _, default, System.Globalization.CultureInfo.InvariantCulture);
            return text;
        }
    }
}
