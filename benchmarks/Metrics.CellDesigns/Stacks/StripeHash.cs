using TypedMetrics.CellDesigns.Designs;

namespace TypedMetrics.CellDesigns.Stacks;

/// <summary>A way from an address to one of 8 or 16 stripes.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Shift">The bits of the address that say nothing.</param>
/// <param name="Multiplier">What spreads the others; its product's four highest bits say the stripe, of 8 the lower three of them.</param>
internal sealed record StripeHash(string Name, int Shift, Func<int, ulong> Multiplier)
{
    public static readonly StripeHash[] All =
    [
        new("none, 1 MB", 20, static _ => 1UL << 60),
        new("golden, 1 MB", ByStackGolden.Shift, static _ => ByStackGolden.Multiplier),
        new("golden, 64 KB", 16, static _ => ByStackGolden.Multiplier),
        new("searched, 128 KB", 17, static _ => 0x93BB_ED75_72AF_4D13),
        new("circle", 0, ByStackCircle.WindingFor),
    ];

    public int Stripe(ulong address, int stripes) => (int)(((address >> Shift) * Multiplier(stripes)) >> 60) & (stripes - 1);
}
