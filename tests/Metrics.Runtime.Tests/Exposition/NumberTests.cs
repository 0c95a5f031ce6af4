using System.Globalization;
using System.Text;
using TypedMetrics.Exposition;

namespace TypedMetrics.Runtime.Tests.Exposition;

public sealed class NumberTests
{
    [Fact]
    public void EachVectorIsWrittenAsGoDoes()
    {
        var lines = Vectors();
        Assert.True(lines.Count > 1000);

        foreach (var (value, text, openMetrics) in lines)
        {
            Assert.Equal(text, Text(value));
            Assert.Equal(openMetrics, OpenMetrics(value));
        }
    }

    [Fact]
    public void EachSmallCountHasItsDigits()
    {
        for (var count = 0; count <= 20_000; count++)
        {
            Assert.Equal(count.ToString(CultureInfo.InvariantCulture), Integer(count));
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("fr-FR")]
    public void CultureMakesNoDifference(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.All(Vectors(), vector => Assert.Equal(vector.Text, Text(vector.Value)));
            Assert.Equal("-1234567", Integer(-1234567));
            Assert.Equal("1795339415.919", Time(1795339415.919));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void EveryNumberReadsBackAsItself()
    {
        const int Seed = 20260101;
        var random = new Random(Seed);
        for (var i = 0; i < 200_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(value) && value != 0)
            {
                Assert.Equal(value, double.Parse(Text(value), CultureInfo.InvariantCulture));
                Assert.Equal(value, double.Parse(OpenMetrics(value), CultureInfo.InvariantCulture));
            }
        }
    }

    [Fact]
    public void EveryPowerOfTwoReadsBackAsItself()
    {
        for (var exponent = -1074; exponent < 1024; exponent++)
        {
            var value = Math.ScaleB(1, exponent);
            Assert.Equal(value, double.Parse(Text(value), CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData(999999, "999999", "999999.0")]
    [InlineData(1000000, "1e+06", "1e+06")]
    [InlineData(999999.5, "999999.5", "999999.5")]
    [InlineData(1234567, "1.234567e+06", "1.234567e+06")]
    [InlineData(-1000000, "-1e+06", "-1e+06")]
    [InlineData(0.0001, "0.0001", "0.0001")]
    [InlineData(0.00009999, "9.999e-05", "9.999e-05")]
    [InlineData(-0.0, "0", "0.0")]
    public void ExponentBeginsWhereGosDoes(double value, string text, string openMetrics)
    {
        Assert.Equal(text, Text(value));
        Assert.Equal(openMetrics, OpenMetrics(value));
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(0)]
    [InlineData(1000000)]
    public void IntegerIsWrittenInFull(long value) =>
        Assert.Equal(value.ToString(CultureInfo.InvariantCulture), Integer(value));

    private static List<(double Value, string Text, string OpenMetrics)> Vectors()
    {
        using var stream = typeof(NumberTests).Assembly.GetManifestResourceStream("floats.tsv")!;
        using var reader = new StreamReader(stream);
        var vectors = new List<(double, string, string)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var fields = line.Split('\t');
                var bits = ulong.Parse(fields[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                vectors.Add((BitConverter.UInt64BitsToDouble(bits), fields[1], fields[2]));
            }
        }

        return vectors;
    }

    private static string Text(double value)
    {
        Span<byte> text = stackalloc byte[Number.MaximumLength];
        return Encoding.ASCII.GetString(text[..Number.WriteText(value, text)]);
    }

    private static string OpenMetrics(double value)
    {
        Span<byte> text = stackalloc byte[Number.MaximumLength];
        return Encoding.ASCII.GetString(text[..Number.WriteOpenMetrics(value, text)]);
    }

    private static string Integer(long value)
    {
        Span<byte> text = stackalloc byte[Number.MaximumLength];
        return Encoding.ASCII.GetString(text[..Number.Write(value, text)]);
    }

    private static string Time(double value)
    {
        Span<byte> text = stackalloc byte[Number.MaximumLength];
        return Encoding.ASCII.GetString(text[..Number.WriteTime(value, text)]);
    }
}
