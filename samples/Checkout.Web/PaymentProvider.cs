namespace Checkout;

/// <summary>Who takes the money, on a good day. It counts for itself, and the metrics read that.</summary>
internal static class PaymentProvider
{
    private static readonly TimeSpan Time = TimeSpan.FromMilliseconds(120);

    private static int _pending;
    private static long _asked;

    /// <summary>Payments that are under way.</summary>
    public static int Pending => Volatile.Read(ref _pending);

    /// <summary>Payments since the start.</summary>
    public static long Asked => Volatile.Read(ref _asked);

    public static async Task PayAsync()
    {
        Interlocked.Increment(ref _asked);
        Interlocked.Increment(ref _pending);
        try
        {
            await Task.Delay(Time);
        }
        finally
        {
            Interlocked.Decrement(ref _pending);
        }
    }
}
