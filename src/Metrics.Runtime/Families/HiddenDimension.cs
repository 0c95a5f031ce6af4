using TypedMetrics.CompilerServices;

namespace TypedMetrics.Families;

/// <summary>Stands for a label that a scrape leaves out.</summary>
internal sealed class HiddenDimension(LabelDeclaration declaration) : LabelDimension(declaration)
{
    /// <inheritdoc/>
    public override void AppendPair(int value, LabelBuffer buffer)
    {
    }
}
