using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>Finds where values are given to the labels of one library. Safe for concurrent use.</summary>
internal interface ILabelUseFinder
{
    /// <summary>Whether an operation, in the source's form or a graph's, may hold a use. Asked of each call, creation and assignment, so it must be quick.</summary>
    bool MayUse(IOperation operation);

    /// <summary>
    /// The uses that an operation of a body itself makes, without those of its operands. In the source's form, those that it does
    /// not show are left out, and the body is told that a graph is needed.
    /// </summary>
    IEnumerable<LabelUse> In(FunctionBody body, IOperation operation);
}
