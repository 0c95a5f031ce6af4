using TypedMetrics.CompilerServices;

namespace TypedMetrics.Families;

/// <summary>Stands for a label that a scrape leaves out: it has no pairs.</summary>
internal sealed class HiddenDimension(LabelDeclaration declaration) : LabelDimension(declaration);
