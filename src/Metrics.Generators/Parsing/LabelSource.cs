using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Where a label comes from.</summary>
/// <param name="Symbols">
/// The parameter or member itself, and then whatever else may carry its attributes: the parameter and the backing field of
/// a record's property.
/// </param>
/// <param name="Type">Its type.</param>
/// <param name="Expression">The C# that reads its value.</param>
/// <param name="Name">The exposed name.</param>
internal sealed record LabelSource(IReadOnlyList<ISymbol> Symbols, ITypeSymbol Type, string Expression, string Name)
{
    public AttributeData? Find(string attribute) =>
        Symbols.Select(symbol => symbol.FindAttribute(attribute)).FirstOrDefault(static found => found is not null);
}
