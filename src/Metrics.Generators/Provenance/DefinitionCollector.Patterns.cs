using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

// Variables that patterns declare.
internal sealed partial class DefinitionCollector
{
    private void Match(IPatternOperation pattern, IOperation input, Projection? part, IOperation at)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation declaration:
                Declare(declaration.DeclaredSymbol);
                break;
            case IRecursivePatternOperation recursive:
                Declare(recursive.DeclaredSymbol);
                for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
                {
                    var element = Deconstruction.Element(recursive.MatchedType, i, recursive.DeconstructionSubpatterns.Length);
                    Match(recursive.DeconstructionSubpatterns[i], input, Inside(element), at);
                }

                foreach (var property in recursive.PropertySubpatterns)
                {
                    if (property.Member is IMemberReferenceOperation member)
                    {
                        Match(property.Pattern, input, Inside(Projection.Member(member.Member, null)), at);
                    }
                }

                break;
            case IListPatternOperation list:
                Declare(list.DeclaredSymbol);
                foreach (var element in list.Patterns)
                {
                    Match(element, input, part, at);
                }

                break;
            case ISlicePatternOperation { Pattern: { } slice }:
                Match(slice, input, part, at);
                break;
            case IBinaryPatternOperation binary:
                Match(binary.LeftPattern, input, part, at);
                Match(binary.RightPattern, input, part, at);
                break;
            case INegatedPatternOperation negated:
                Match(negated.Pattern, input, part, at);
                break;
        }

        Projection Inside(Projection last) => part?.Then(last) ?? last;

        void Declare(ISymbol? symbol)
        {
            if (symbol is not null)
            {
                Add(new Variable(symbol), DefinitionKind.Value, input, part, at, pattern);
            }
        }
    }
}
