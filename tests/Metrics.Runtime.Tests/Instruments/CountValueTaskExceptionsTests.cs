using TypedMetrics.CompilerServices;

namespace TypedMetrics.Runtime.Tests.Instruments;

public sealed class CountValueTaskExceptionsTests
{
    private readonly Counter _counter =
        new MetricGroupRegistration(new CollectorRegistry(), "Tests").Counter(new MetricDeclaration("failures_total")).At(0);

    [Fact]
    public async Task FailureOfAValueTaskIsCounted()
    {
        await Assert.ThrowsAsync<FormatException>(async () => await _counter.CountExceptions(() => Fail()));
        await Assert.ThrowsAsync<FormatException>(async () => await _counter.CountExceptions(Fail));
        await Assert.ThrowsAsync<FormatException>(async () => await _counter.CountExceptions(() => FailWithResult()));
        await Assert.ThrowsAsync<FormatException>(async () => await _counter.CountExceptions(FailWithResult));

        Assert.Equal(4, _counter.Value);
    }

    [Fact]
    public async Task ResultOfAValueTaskIsGiven()
    {
        Assert.Equal(5, await _counter.CountExceptions(() => ValueTask.FromResult(5)));
        await _counter.CountExceptions(() => ValueTask.CompletedTask);

        Assert.Equal(0, _counter.Value);
    }

    [Fact]
    public async Task AsyncLambdaIsATask()
    {
        Task task = _counter.CountExceptions(async () => await Task.Yield());
        Task<int> function = _counter.CountExceptions(async () =>
        {
            await Task.Yield();
            return 3;
        });

        await task;
        Assert.Equal(3, await function);
    }

    private static async ValueTask Fail()
    {
        await Task.Yield();
        throw new FormatException();
    }

    private static async ValueTask<int> FailWithResult()
    {
        await Fail();
        return 0;
    }
}
