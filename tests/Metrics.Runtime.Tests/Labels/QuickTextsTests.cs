using TypedMetrics.Families;
using TypedMetrics.Runtime.Tests.Cells;

namespace TypedMetrics.Runtime.Tests.Labels;

public sealed class QuickTextsTests
{
    private const int Count = 300;

    // What lies between the characters that the hash reads is not in it.
    private static readonly string[] Colliding =
        [.. Enumerable.Range(0, Count).Select(i => $"/api{i:000000}user{i:000000}list")];

    [Fact]
    public void HashWithoutKeyCanBeMadeToCollide() =>
        Assert.Single(Colliding.Select(text => QuickTexts.HashOf(text)).Distinct());

    [Fact]
    public void TextsThatCollideAreFoundAllTheSame()
    {
        var texts = new TextInterner(Count, _ => []);
        foreach (var text in Colliding)
        {
            Assert.Equal(-1, texts.Find(text));
            _ = texts.Add(text);
        }

        for (var i = 0; i < Count; i++)
        {
            Assert.Equal(i, texts.Find(Colliding[i]));
            Assert.Equal(i, texts.Find(new string(Colliding[i].AsSpan())));
            Assert.Equal(i, texts.Find(Colliding[i].AsSpan()));
        }

        Assert.Equal(-1, texts.Find("/api999999user999999list"));
        Assert.Equal(-1, texts.Find("/api999999user999999list".AsSpan()));
    }

    [Fact]
    public void FewOfThemStandInTheTableWithoutKey()
    {
        var quick = new QuickTexts(Count);
        for (var i = 0; i < Count; i++)
        {
            quick.Add(Colliding[i], i);
        }

        Assert.Equal([0, 1, 2, 3], Colliding.Select(text => quick.Find(text)).Where(index => index >= 0));
        Assert.Equal([0, 1, 2, 3], Colliding.Select(text => quick.Find(text.AsSpan())).Where(index => index >= 0));
    }

    [Fact]
    public void TextsOfAnyLengthAreFound()
    {
        var texts = new TextInterner(100, _ => []);
        var all = Enumerable.Range(0, 50).SelectMany(length => new[] { new string('a', length), new string('a', length) + "b" }).ToArray();
        foreach (var text in all.Distinct())
        {
            _ = texts.Add(text);
        }

        foreach (var text in all)
        {
            Assert.Equal(text, texts.Text(texts.Find(text)));
            Assert.Equal(text, texts.Text(texts.Find(text.AsSpan())));
            Assert.Equal(text, texts.Text(texts.Find(new string(text.AsSpan()))));
        }
    }

    [Fact]
    public void TextAtItsPlaceIsFoundAndNoOther()
    {
        for (var length = 1; length < 40; length++)
        {
            var text = new string('x', length);
            var quick = new QuickTexts(1);
            Assert.Equal(-1, quick.FindAtPlace(text));
            quick.Add(text, 7);
            Assert.Equal([7, 7], new[] { quick.FindAtPlace(new string('x', length)), quick.FindAtPlace(text.AsSpan()) });
            Assert.True(QuickTexts.IsInstance(quick.FindAtPlace(text), out var index));
            Assert.Equal(7, index);
            Assert.False(QuickTexts.IsInstance(7, out _));
            Assert.False(QuickTexts.IsInstance(-1, out _));
            for (var i = 0; i < length; i++)
            {
                var other = $"{text[..i]}y{text[(i + 1)..]}";
                Assert.Equal([-1, -1], new[] { quick.FindAtPlace(other), quick.FindAtPlace(other.AsSpan()) });
            }

            Assert.Equal(-1, quick.FindAtPlace(text + "x"));
            Assert.Equal(-1, quick.FindAtPlace(text[1..]));
        }
    }

    [Fact]
    public void TextThatCollidesIsNotTakenForTheOneAtItsPlace()
    {
        var quick = new QuickTexts(Count);
        quick.Add(Colliding[0], 0);
        Assert.All(Colliding[1..], text => Assert.Equal(-1, quick.FindAtPlace(text)));
        Assert.All(Colliding[1..], text => Assert.Equal(-1, quick.FindAtPlace(text.AsSpan())));
        Assert.Equal(0, quick.FindAtPlace(Colliding[0].AsSpan()));
    }

    [Fact]
    public void EachCharacterOfAShortTextCounts()
    {
        var texts = new[] { "a", "b", "ab", "ba", "aab", "aba", "baa", "abc", "aaaa", "aaab", "baaa", "abaa", "aaba" };
        Assert.Equal(texts.Length, texts.Select(text => QuickTexts.HashOf(text)).Distinct().Count());
    }

    [Fact]
    public void TextThatWasTakenOutIsNotFoundAndItsIndexIsTheNextOnes()
    {
        var table = new TextTable(4);
        _ = table.Add("first", TextHash.Of("first"), []);
        _ = table.Add("second", TextHash.Of("second"), []);

        var without = table.Without([0]);
        Assert.Equal([-1, 1, -1], Found(without));

        without.Replace(0, "third", TextHash.Of("third"), []);
        Assert.Equal([-1, 1, 0], Found(without));

        // Who still has the table of before meets the text of before.
        Assert.Equal([0, 1, -1], Found(table));
        Assert.Equal("first", table.Text(0));

        static int[] Found(TextTable table)
        {
            var texts = new[] { "first", "second", "third" };
            Assert.Equal(texts.Select(text => table.FindKeyed(text)), texts.Select(text => table.Quick.Find(text)));
            return [.. texts.Select(text => table.FindKeyed(text))];
        }
    }

    [Fact]
    public void ThreadsThatMeetAChangingTableFindTheirTextOrNone()
    {
        var texts = new TextInterner(Count, _ => []);
        var added = 0;
        Threads.Run(
            () =>
            {
                foreach (var text in Colliding)
                {
                    _ = texts.Add(text);
                    Volatile.Write(ref added, added + 1);
                }
            },
            Look,
            Look);

        void Look()
        {
            while (Volatile.Read(ref added) < Count)
            {
                var known = Volatile.Read(ref added);
                for (var i = 0; i < Count; i++)
                {
                    var index = texts.Find(Colliding[i].AsSpan());
                    Assert.True(index == i || (index == -1 && i >= known), $"{Colliding[i]} was {index}");
                }
            }
        }
    }
}
