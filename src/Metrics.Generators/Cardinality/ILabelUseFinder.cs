using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>Finds where values are given to the labels of one library. Safe for concurrent use.</summary>
internal interface ILabelUseFinder
{
    /// <summary>The kinds of operations that can hold a use, in the source's form or a graph's.</summary>
    ImmutableArray<OperationKind> Kinds { get; }

    /// <summary>Whether an operation, in the source's form or a graph's, may hold a use. Asked of each operation, so it must be quick.</summary>
    bool MayUse(IOperation operation);

    /// <summary>The uses that an operation of a body's graph itself makes, without those of its operands.</summary>
    IEnumerable<LabelUse> In(FunctionBody body, IOperation operation);
}
