using System.Text;
using TypedMetrics.Exposition;

namespace TypedMetrics.Runtime.Tests.Exposition;

public sealed class LabelRoundTripTests
{
    private const string Nasty = "\\\"\n{}=, #\tn\u0000\r\u2028é\uFEFF";

    [Fact]
    public void LabelTextRoundTripsThroughBothFormats()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            (string, string)[] labels = [("a", RandomText(random)), ("b", RandomText(random))];
            void Write(SampleWriter writer) => writer.Family(
                new FamilyDescriptor(MetricType.Gauge, "g", RandomText(random), null),
                family => family.Gauge(Exposed.Labels(labels), 1));

            foreach (var text in new[] { Exposed.Text(Write), Exposed.OpenMetrics(Write) })
            {
                var sample = Assert.Single(ExpositionParser.Parse(text));
                Assert.True(
                    sample.Labels.SequenceEqual(labels.Select(label => (label.Item1, Replaced(label.Item2)))),
                    $"seed {seed}: {text}");
            }
        }
    }

    [Fact]
    public void CarriageReturnAndZeroGoThroughAsTheyAre() =>
        Assert.Equal("a\r\0b"u8, LabelEscaping.Escape("a\r\0b"));

    [Fact]
    public void HelpTakesOneLineWhateverItContains()
    {
        var help = "a\\b\n\"c\"\r\n\uD800";
        var family = new FamilyDescriptor(MetricType.Gauge, "g", help, null);

        Assert.Equal("# HELP g a\\\\b\\n\"c\"\r\\n\uFFFD\n# TYPE g gauge\n", Encoding.UTF8.GetString(family.TextHeader));
        Assert.Equal("# TYPE g gauge\n# HELP g a\\\\b\\n\\\"c\\\"\r\\n\uFFFD\n", Encoding.UTF8.GetString(family.OpenMetricsHeader));
    }

    private static string RandomText(Random random)
    {
        var text = new StringBuilder();
        var length = random.Next(12);
        for (var i = 0; i < length; i++)
        {
            text.Append(random.Next(4) switch
            {
                0 => (char)random.Next(0x20, 0x7F),
                1 => (char)random.Next(0x10000),
                _ => Nasty[random.Next(Nasty.Length)],
            });
        }

        return text.ToString();
    }

    // What a lone surrogate becomes.
    private static string Replaced(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
