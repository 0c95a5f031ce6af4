using TypedMetrics.Cells;

namespace TypedMetrics.Runtime.Tests.Cells;

public sealed class BucketSearchTests
{
    [Fact]
    public unsafe void AgreesWithALinearScanForAnyBoundsAndValue()
    {
        var random = new Random(1);
        for (var count = 1; count <= 150; count++)
        {
            double[] bounds = [.. Enumerable.Range(0, count).Select(_ => Math.Round(random.NextDouble() * 100, 2) - 50).Distinct().Order()];
            var padded = BucketSearch.Pad(bounds);
            IEnumerable<double> values =
            [
                .. bounds, .. bounds.Select(Math.BitIncrement), .. bounds.Select(Math.BitDecrement),
                double.NegativeInfinity, double.PositiveInfinity, double.MaxValue, double.MinValue, 0.0, -0.0, double.Epsilon,
            ];
            fixed (double* first = padded)
            {
                foreach (var value in values)
                {
                    var expected = bounds.Count(bound => bound < value);
                    Assert.Equal(expected, (int)BucketSearch.Find(first, padded.Length, value));
                }
            }
        }
    }
}
