using System.Runtime.InteropServices;

namespace TypedMetrics.Benchmarks;

/// <summary>A count and a sum that share two lines with no others: processors fetch lines in pairs.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
public struct BareCells
{
    /// <summary>The count.</summary>
    [FieldOffset(64)]
    public long Count;

    /// <summary>The sum.</summary>
    [FieldOffset(72)]
    public double Sum;
}
