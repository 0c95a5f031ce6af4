using TypedMetrics.CompilerServices;
using TypedMetrics.Exposition;

namespace TypedMetrics.Families;

/// <summary>A label with listed values.</summary>
internal sealed class ClosedDimension(LabelDeclaration declaration, string[] values) : LabelDimension(declaration)
{
    private byte[]?[]? _pairs;

    /// <inheritdoc/>
    public override byte[]?[] KeptPairs =>
        // Encoded by the first scrape; two at once make the same.
        _pairs ??= Array.ConvertAll(values, text => text.Length == 0 ? null : LabelEscaping.Pair(Name, text));
}
