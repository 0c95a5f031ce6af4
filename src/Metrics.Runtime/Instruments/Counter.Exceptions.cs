using System.Runtime.CompilerServices;

namespace TypedMetrics;

public readonly partial struct Counter
{
    // An async lambda fits Task and ValueTask alike, and is a Task then.
    private const int AsyncLambda = 1;

    /// <summary>Runs an action and adds 1 if it throws. The exception goes on.</summary>
    /// <param name="action">The action.</param>
    /// <param name="filter">Which exceptions count; <see langword="null"/> for all. One that throws counts none.</param>
    public void CountExceptions(Action action, Func<Exception, bool>? filter = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            action();
        }
        catch (Exception exception) when (Count(exception, filter))
        {
            throw;
        }
    }

    /// <summary>Runs a function and adds 1 if it throws. The exception goes on.</summary>
    /// <param name="function">The function.</param>
    /// <param name="filter">Which exceptions count; <see langword="null"/> for all. One that throws counts none.</param>
    /// <returns>What the function returns.</returns>
    public T CountExceptions<T>(Func<T> function, Func<Exception, bool>? filter = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        try
        {
            return function();
        }
        catch (Exception exception) when (Count(exception, filter))
        {
            throw;
        }
    }

    /// <summary>Runs an asynchronous action and adds 1 if it throws. The exception goes on.</summary>
    /// <param name="action">The action.</param>
    /// <param name="filter">Which exceptions count; <see langword="null"/> for all. One that throws counts none.</param>
    [OverloadResolutionPriority(AsyncLambda)]
    public async Task CountExceptions(Func<Task> action, Func<Exception, bool>? filter = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (Exception exception) when (Count(exception, filter))
        {
            throw;
        }
    }

    /// <summary>Runs an asynchronous function and adds 1 if it throws. The exception goes on.</summary>
    /// <param name="function">The function.</param>
    /// <param name="filter">Which exceptions count; <see langword="null"/> for all. One that throws counts none.</param>
    /// <returns>What the function returns.</returns>
    [OverloadResolutionPriority(AsyncLambda)]
    public async Task<T> CountExceptions<T>(Func<Task<T>> function, Func<Exception, bool>? filter = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        try
        {
            return await function().ConfigureAwait(false);
        }
        catch (Exception exception) when (Count(exception, filter))
        {
            throw;
        }
    }

    /// <summary>Runs an asynchronous action and adds 1 if it throws. The exception goes on.</summary>
    /// <param name="action">The action.</param>
    /// <param name="filter">Which exceptions count; <see langword="null"/> for all. One that throws counts none.</param>
    public async ValueTask CountExceptions(Func<ValueTask> action, Func<Exception, bool>? filter = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (Exception exception) when (Count(exception, filter))
        {
            throw;
        }
    }

    /// <summary>Runs an asynchronous function and adds 1 if it throws. The exception goes on.</summary>
    /// <param name="function">The function.</param>
    /// <param name="filter">Which exceptions count; <see langword="null"/> for all. One that throws counts none.</param>
    /// <returns>What the function returns.</returns>
    public async ValueTask<T> CountExceptions<T>(Func<ValueTask<T>> function, Func<Exception, bool>? filter = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        try
        {
            return await function().ConfigureAwait(false);
        }
        catch (Exception exception) when (Count(exception, filter))
        {
            throw;
        }
    }

    // Runs as an exception filter: the exception is not caught, and a debugger stops where it was thrown.
    private bool Count(Exception exception, Func<Exception, bool>? filter)
    {
        if (filter is null || filter(exception))
        {
            Inc();
        }

        return false;
    }
}
