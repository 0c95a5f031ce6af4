namespace Checkout.Batch;

/// <summary>Sends the invoices of the day, one after the other; every tenth comes back.</summary>
internal static class InvoiceRun
{
    private static readonly TimeSpan SendTime = TimeSpan.FromMilliseconds(8);

    public static async Task SendAllAsync(int invoices)
    {
        BatchMetrics.Waiting.Set(invoices);
        for (var number = 1; number <= invoices; number++)
        {
            using (BatchMetrics.SendDuration.Time())
            {
                await Task.Delay(SendTime);
            }

            BatchMetrics.Invoices(number % 10 == 0 ? InvoiceResult.Returned : InvoiceResult.Sent).Inc();
            BatchMetrics.Waiting.Dec();
        }
    }
}
