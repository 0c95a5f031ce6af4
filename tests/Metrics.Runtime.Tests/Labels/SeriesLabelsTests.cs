using System.Text;
using TypedMetrics.CompilerServices;
using TypedMetrics.Families;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Labels;

public sealed class SeriesLabelsTests
{
    // Whatever order series come in, and however little is rendered anew.
    [Theory]
    [InlineData("")]
    [InlineData("zone=\"a\"")]
    public void RendersAnySequenceOfSeries(string constant)
    {
        LabelDeclaration[] labels =
        [
            LabelDeclaration.Closed("a", ["x", "other", ""], 1),
            Declare.Bool("b"),
            LabelDeclaration.Range("c", 0, 2, nullable: true),
        ];
        var random = new Random(8);
        var kept = Create();
        var index = 0;
        for (var i = 0; i < 2000; i++)
        {
            index = random.Next(3) == 0 ? random.Next(30) : (index + random.Next(3)) % 30;
            var expected = Encoding.UTF8.GetString(Create().Of(index));
            Assert.Equal(expected, Encoding.UTF8.GetString(kept.Of(index)));
            Assert.StartsWith(constant, expected, StringComparison.Ordinal);
            Assert.False(expected.StartsWith(',') || expected.EndsWith(',') || expected.Contains(",,", StringComparison.Ordinal), expected);
        }

        SeriesLabels Create() => new(Array.ConvertAll(labels, label => label.CreateDimension()), Encoding.UTF8.GetBytes(constant));
    }

    [Fact]
    public void FirstLabelIsTheSlowest()
    {
        var labels = new SeriesLabels(
            [Declare.Closed("a", "x", "y").CreateDimension(), Declare.Bool("b").CreateDimension()], []);
        string[] rendered = [.. Enumerable.Range(0, 6).Select(index => Encoding.UTF8.GetString(labels.Of(index)))];
        Assert.Equal(
            [
                "a=\"x\",b=\"false\"", "a=\"x\",b=\"true\"", "a=\"y\",b=\"false\"",
                "a=\"y\",b=\"true\"", "a=\"other\",b=\"false\"", "a=\"other\",b=\"true\"",
            ],
            rendered);
    }
}
