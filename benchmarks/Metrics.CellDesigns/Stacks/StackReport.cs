using System.Globalization;

namespace TypedMetrics.CellDesigns.Stacks;

/// <summary>How evenly the threads of a program take the stripes.</summary>
internal static class StackReport
{
    public static void Write()
    {
        foreach (var (name, addresses) in StackScenarios.All())
        {
            Console.WriteLine($"{name}: {addresses.Length} addresses, apart by {Distances(addresses)}");
            foreach (var hash in StripeHash.All)
            {
                Console.WriteLine($"    {hash.Name,-22} of 8: {Of(hash, addresses, 8)}    of 16: {Of(hash, addresses, 16)}");
            }
        }
    }

    private static string Of(StripeHash hash, ulong[] addresses, int count)
    {
        var stripes = Array.ConvertAll(addresses, address => hash.Stripe(address, count));
        var most = stripes.CountBy(static stripe => stripe).Max(static pair => pair.Value);
        var neighbours = stripes.Zip(stripes.Skip(1)).Count(static pair => pair.First == pair.Second);
        return string.Create(
            CultureInfo.InvariantCulture, $"{stripes.Distinct().Count(),2} hit, most {100.0 * most / stripes.Length,3:0} %, {neighbours,2} of {stripes.Length - 1} neighbours share");
    }

    private static string Distances(ulong[] addresses) => string.Join(", ", addresses.Zip(addresses.Skip(1))
        .Select(static pair => (long)(pair.Second - pair.First))
        .CountBy(static distance => distance)
        .OrderByDescending(static pair => pair.Value)
        .Take(5)
        .Select(static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key / 1024.0:0.###} KB ({pair.Value}x)")));
}
