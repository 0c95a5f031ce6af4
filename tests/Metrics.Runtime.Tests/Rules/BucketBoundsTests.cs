using TypedMetrics.Rules;

namespace TypedMetrics.Runtime.Tests.Rules;

public sealed class BucketBoundsTests
{
    public static TheoryData<double[], string?> Bounds => new()
    {
        { [1], null },
        { [-1, 0, 0.5, 1e300], null },
        { [], "no bucket" },
        { [1, 1], "increase strictly" },
        { [2, 1], "increase strictly" },
        { [double.NaN], "NaN" },
        { [1, double.PositiveInfinity], "infinite" },
        { [double.NegativeInfinity, 1], "infinite" },
    };

    [Theory]
    [MemberData(nameof(Bounds))]
    public void MustBeFiniteAndIncrease(double[] bounds, string? problem)
    {
        if (problem is null)
        {
            Assert.Null(BucketBounds.Problem(bounds));
        }
        else
        {
            Assert.Contains(problem, BucketBounds.Problem(bounds), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void DefaultIsPythons()
    {
        Assert.Null(BucketBounds.Problem(BucketBounds.Default));
        Assert.Equal(14, BucketBounds.Default.Count);
    }

    [Fact]
    public void GrowByFactorOrWidth()
    {
        Assert.Equal([1, 2, 4, 8], BucketBounds.Exponential(1, 2, 4, out var problem)!);
        Assert.Null(problem);
        Assert.Equal([-1, -0.5, 0], BucketBounds.Linear(-1, 0.5, 3, out problem)!);
        Assert.Null(problem);
    }

    [Theory]
    [InlineData(0, 2, 3)]
    [InlineData(-1, 2, 3)]
    [InlineData(1, 1, 3)]
    [InlineData(1, double.NaN, 3)]
    [InlineData(double.PositiveInfinity, 2, 3)]
    [InlineData(1, 2, 0)]
    [InlineData(1, 2, 10_001)]
    [InlineData(1, 2, 2000)]
    public void ExponentialSaysWhatMakesNoBounds(double start, double factor, int count)
    {
        Assert.Null(BucketBounds.Exponential(start, factor, count, out var problem));
        Assert.NotNull(problem);
    }

    [Theory]
    [InlineData(double.NaN, 1, 3)]
    [InlineData(0, 0, 3)]
    [InlineData(0, -1, 3)]
    [InlineData(0, 1, 0)]
    [InlineData(1e300, 1, 3)]
    [InlineData(0, 1e308, 100)]
    public void LinearSaysWhatMakesNoBounds(double start, double width, int count)
    {
        Assert.Null(BucketBounds.Linear(start, width, count, out var problem));
        Assert.NotNull(problem);
    }
}
