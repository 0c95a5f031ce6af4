using Checkout.Batch;
using TypedMetrics;

var options = BatchOptions.Parse(args);
await using var server = MetricsServer.Start(options.Port, options.Host); // says where it listens

using (BatchMetrics.RunDuration.Time())
{
    await InvoiceRun.SendAllAsync(options.Invoices);
}

BatchMetrics.LastSuccess.SetToCurrentTime();
Console.WriteLine(
    $"{BatchMetrics.Invoices(InvoiceResult.Sent).Value} invoices sent, {BatchMetrics.Invoices(InvoiceResult.Returned).Value} returned, " +
    $"{BatchMetrics.SendDuration.Sum / BatchMetrics.SendDuration.Count:0.000} s each.");
if (options.Stay)
{
    Console.WriteLine($"Metrics stay at {server.Url} until Ctrl+C.");
    await Task.Delay(Timeout.Infinite);
}
