using System.Runtime.InteropServices;
using TypedMetrics.CompilerServices;
using TypedMetrics.Families;
using TypedMetrics.Runtime.Tests.Cells;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Labels;

public sealed class InstanceTextsTests
{
    // More than there are slots, so that some meet in one.
    private const int Many = 3_000;

    [Fact]
    public void InstanceIsFoundAndNoCopyOfIt()
    {
        var instances = new InstanceTexts();
        var text = Pinned("tenant");
        Assert.Equal(-1, instances.Find(text));
        instances.Remember(text, 3, 1);
        Assert.Equal(3, instances.Find(text));
        Assert.True(instances.Find(Pinned("tenant")) < 0);
        Assert.True(instances.Find(null) < 0);
        Assert.True(InstanceTexts.None.Find(text) < 0);
    }

    [Fact]
    public void InstanceThatHasItsPlaceKeepsItAndOthersAreNotFound()
    {
        var instances = new InstanceTexts();
        var texts = Enumerable.Range(0, Many).Select(i => Pinned($"{i}")).ToArray();
        for (var i = 0; i < Many; i++)
        {
            instances.Remember(texts[i], i, (uint)i + 1);
        }

        var found = texts.Select(instances.Find).ToArray();
        Assert.InRange(found.Count(index => index >= 0), 100, 512);
        for (var i = 0; i < Many; i++)
        {
            Assert.True(found[i] == i || found[i] < 0);
        }

        for (var i = 0; i < Many; i++)
        {
            instances.Remember(texts[i], i, (uint)(Many + i) + 1);
        }

        Assert.Equal(found, texts.Select(instances.Find));
    }

    [Fact]
    public void EachTextIsCountedForItselfWhereverItsInstanceIs()
    {
        var registry = new CollectorRegistry();
        var family = registry.Counter("orders_total", Declare.Open("tenant", Many));
        var texts = Enumerable.Range(0, Many).Select(i => $"tenant {i}").ToArray();
        for (var round = 0; round < 4; round++)
        {
            for (var i = 0; i < Many; i++)
            {
                Assert.Equal(i, family.Intern(0, texts[i]));
                Assert.Equal((i * 5) + 2, family.Intern(0, texts[i], 5, 2));
                Assert.Equal(i, family.Intern(0, new string(texts[i].AsSpan())));
                Assert.Equal((i * 5) + 2, family.Intern(0, texts[i].AsSpan(), 5, 2));
            }

            // Moves what was allocated between the rounds.
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        }
    }

    [Fact]
    public void ThirdLabelIsFoundAsTheFirstIs()
    {
        var registry = new CollectorRegistry();
        var family = registry.Counter("orders_total", Declare.Open("first", 3), Declare.Open("second", 3), Declare.Open("third", 3));
        var text = Pinned("a");
        for (var round = 0; round < 3; round++)
        {
            for (var label = 0; label < 3; label++)
            {
                Assert.Equal([0, 0], new[] { family.Intern(label, text), family.Intern(label, text.AsSpan()) });
                Assert.Equal([1, 1], new[] { family.Intern(label, "b"), family.Intern(label, "b".AsSpan()) });
            }
        }
    }

    [Fact]
    public void InstanceThatIsNotWellFormedIsTheTextThatIsShown()
    {
        var registry = new CollectorRegistry();
        var family = registry.Counter("orders_total", Declare.Open("tenant", 3));
        var text = "a\ud800";
        Assert.Equal([0, 0, 0], new[] { family.Intern(0, text), family.Intern(0, text), family.Intern(0, "a\ufffd") });
        family.At(0).Inc();
        Assert.Equal(1, registry.GetSampleValue("orders_total", ("tenant", "a\ufffd")));
    }

    [Fact]
    public void ThreadsFindTheirIndexWhileInstancesAreMovedAndPutBack()
    {
        var registry = new CollectorRegistry();
        var family = registry.Counter("orders_total", Declare.Open("tenant", Many));
        var texts = Enumerable.Range(0, Many).Select(i => $"tenant {i}").ToArray();
        for (var i = 0; i < Many; i++)
        {
            Assert.Equal(i, family.Intern(0, texts[i]));
        }

        var moving = true;
        Threads.Run(
            () =>
            {
                for (var i = 0; i < 20; i++)
                {
                    GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
                }

                Volatile.Write(ref moving, false);
            },
            Look,
            Look);

        void Look()
        {
            while (Volatile.Read(ref moving))
            {
                for (var i = 0; i < Many; i++)
                {
                    Assert.Equal(i, family.Intern(0, texts[i]));
                }
            }
        }
    }

    [Fact]
    public void ChangingSlotGivesAnInstanceItsOwnIndexOrNone()
    {
        var instances = new InstanceTexts();
        var texts = Enumerable.Range(0, Many).Select(i => Pinned($"{i}")).ToArray();

        // What a writer does when texts have moved, without the move: each is written to its slot over whoever is there.
        var writing = 0u;
        var done = false;
        Threads.Run(
            () =>
            {
                for (var round = 0; round < 200; round++)
                {
                    for (var i = 0; i < Many; i++)
                    {
                        instances.Write(texts[i], i, ++writing);
                    }
                }

                Volatile.Write(ref done, true);
            },
            Look,
            Look);

        void Look()
        {
            while (!Volatile.Read(ref done))
            {
                for (var i = 0; i < Many; i++)
                {
                    var index = instances.Find(texts[i]);
                    Assert.True(index == i || index < 0, $"{i} was {index}");
                }
            }
        }
    }

    [Fact]
    public void TextsThatExpireAreNotFoundByTheirAddress()
    {
        var expiring = new TextInterner(3, _ => [], new(TimeSpan.FromMinutes(1)));
        var published = 0;
        expiring.PublishTo((_, _) => published++);
        var text = "tenant";
        _ = expiring.Add(text, text);
        expiring.Remember(text, 0);
        Assert.Equal(0, published);
    }

    // The collector must not move it, else it is missed.
    private static string Pinned(string text)
    {
        var instance = new string(text.AsSpan());
        _ = GCHandle.Alloc(instance, GCHandleType.Pinned);
        return instance;
    }
}
