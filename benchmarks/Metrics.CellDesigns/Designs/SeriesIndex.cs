using System.Runtime.CompilerServices;

namespace TypedMetrics.CellDesigns.Designs;

/// <summary>The index of a series, as a generated accessor computes it: a compare for each label, what is unknown counts as other.</summary>
internal static class SeriesIndex
{
    /// <summary>How many series there are.</summary>
    public const int Count = Size * Size * Size;

    private const int Other = 3;
    private const int Size = Other + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Of(int method, int endpoint, int outcome) => (((Value(method) * Size) + Value(endpoint)) * Size) + Value(outcome);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint Value(int label) => (uint)label < Other ? (uint)label : (nuint)Other;
}
