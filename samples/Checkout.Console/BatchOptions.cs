using System.Globalization;

namespace Checkout.Batch;

/// <summary>The command line: <c>[--port 8000] [--host localhost] [--invoices 50] [--stay]</c>.</summary>
internal sealed record BatchOptions(int Port, string? Host, int Invoices, bool Stay)
{
    public static BatchOptions Parse(string[] args)
    {
        return new(Number("--port", 8000), Text("--host"), Number("--invoices", 50), args.Contains("--stay"));

        string? Text(string name) => args.SkipWhile(arg => arg != name).Skip(1).FirstOrDefault();

        int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }
}
