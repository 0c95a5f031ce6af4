namespace TypedMetrics.Runtime.Tests.Instruments;

public sealed class CountExceptionsTests
{
    private readonly Counter _counter = new CollectorRegistry().Counter("failures_total").At(0);

    [Fact]
    public void CountsAnActionThatThrowsAndLetsTheExceptionPass()
    {
        _counter.CountExceptions(() => { });
        Assert.Equal(0, _counter.Value);
        var thrown = new InvalidOperationException();
        Assert.Same(thrown, Assert.Throws<InvalidOperationException>(() => _counter.CountExceptions((Action)(() => throw thrown))));
        Assert.Equal(1, _counter.Value);
    }

    [Fact]
    public void GivesAFunctionsResult()
    {
        Assert.Equal(5, _counter.CountExceptions(() => 5));
        Assert.Throws<FormatException>(() => _counter.CountExceptions(() => int.Parse("x", null)));
        Assert.Equal(1, _counter.Value);
    }

    [Fact]
    public async Task CountsAsynchronousFailures()
    {
        await _counter.CountExceptions(async () => await Task.Yield());
        Assert.Equal(3, await _counter.CountExceptions(async () =>
        {
            await Task.Yield();
            return 3;
        }));
        Assert.Equal(0, _counter.Value);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _counter.CountExceptions(async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException();
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _counter.CountExceptions(() => Task.FromException(new InvalidOperationException())));
        await Assert.ThrowsAsync<FormatException>(() => _counter.CountExceptions(() => Task.FromException<int>(new FormatException())));
        Assert.Equal(3, _counter.Value);
    }

    [Fact]
    public void CountsOnlyWhatTheFilterLetsThrough()
    {
        Func<Exception, bool> filter = exception => exception is FormatException;
        Assert.Throws<FormatException>(() => _counter.CountExceptions((Action)(() => throw new FormatException()), filter));
        Assert.Throws<InvalidOperationException>(() => _counter.CountExceptions((Action)(() => throw new InvalidOperationException()), filter));
        Assert.Equal(1, _counter.Value);
    }

    [Fact]
    public void FilterThatThrowsCountsNothingAndHidesNothing()
    {
        Assert.Throws<FormatException>(() => _counter.CountExceptions(
            (Action)(() => throw new FormatException()), _ => throw new InvalidOperationException()));
        Assert.Equal(0, _counter.Value);
    }

    [Fact]
    public void DefaultRunsTheActionAndCountsNothing()
    {
        var ran = false;
        default(Counter).CountExceptions(() => ran = true);
        Assert.True(ran);
        Assert.Throws<FormatException>(() => default(Counter).CountExceptions((Action)(() => throw new FormatException())));
    }
}
