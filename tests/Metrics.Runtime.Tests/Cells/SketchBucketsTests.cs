using TypedMetrics.Cells;

namespace TypedMetrics.Runtime.Tests.Cells;

public sealed class SketchBucketsTests
{
    [Fact]
    public void EstimateIsWithinThePromisedErrorOfEachNormalNumber()
    {
        var random = new Random(1);
        for (var i = 0; i < 1_000_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsNormal(value))
            {
                Check(value);
            }
        }

        for (var exponent = -1022; exponent <= 1023; exponent++)
        {
            var power = Math.ScaleB(1, exponent);
            Check(power);
            Check(-power);
            Check(Math.BitDecrement(power * 2));
            Check(Math.BitIncrement(power));
        }

        static void Check(double value)
        {
            if (double.IsNormal(value))
            {
                var estimate = SketchBuckets.Estimate(SketchBuckets.KeyOf(value));
                if (!(Math.Abs((estimate / value) - 1) <= (1 / 129.0) + 1e-15))
                {
                    Assert.Fail($"{estimate:R} for {value:R}");
                }
            }
        }
    }

    [Fact]
    public void KeysStandInTheOrderOfTheValues()
    {
        var random = new Random(2);
        for (var i = 0; i < 1_000_000; i++)
        {
            var one = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            var other = i % 2 == 0 ? BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)) : one * 1.01;
            if (one < other && SketchBuckets.KeyOf(one) > SketchBuckets.KeyOf(other))
            {
                Assert.Fail($"{one:R} and {other:R}");
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void HasTheOddNumbersExactly(double value) =>
        Assert.Equal(value, SketchBuckets.Estimate(SketchBuckets.KeyOf(value)));

    [Theory]
    [InlineData(double.Epsilon)]
    [InlineData(-1e-310)]
    [InlineData(2.2e-308)]
    public void SubnormalNumbersAreWithinTheirStep(double value) =>
        Assert.Equal(value, SketchBuckets.Estimate(SketchBuckets.KeyOf(value)), Math.ScaleB(1, -1028));
}
