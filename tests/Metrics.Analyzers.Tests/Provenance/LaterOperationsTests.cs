using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Analyzers.Tests.Provenance;

/// <summary>The kinds that are known by number are those of this compiler.</summary>
public class LaterOperationsTests
{
    [Fact]
    public void KindsAreTheCompilers() => Assert.Equal(
        (OperationKind.CollectionExpression, OperationKind.Spread), (LaterOperations.CollectionExpression, LaterOperations.Spread));
}
