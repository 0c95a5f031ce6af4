namespace Checkout;

/// <summary>Who takes the money, on a good day. It counts for itself, and the metrics read that.</summary>
internal static class PaymentProvider
{
    private static readonly TimeSpan Time = TimeSpan.FromMilliseconds(120);

    private static int s_pending;
    private static long s_asked;

    /// <summary>Payments that are under way.</summary>
    public static int Pending => Volatile.Read(ref s_pending);

    /// <summary>Payments since the start.</summary>
    public static long Asked => Volatile.Read(ref s_asked);

    public static async Task PayAsync()
    {
        Interlocked.Increment(ref s_asked);
        Interlocked.Increment(ref s_pending);
        try
        {
            await Task.Delay(Time);
        }
        finally
        {
            Interlocked.Decrement(ref s_pending);
        }
    }
}
