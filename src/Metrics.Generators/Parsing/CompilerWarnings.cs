using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Parsing;

/// <summary>The warnings that merely naming a symbol causes, which the user has met at the declaration already.</summary>
internal static class CompilerWarnings
{
    public static IEnumerable<string> Of(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            switch (attribute.AttributeClass)
            {
                case { Name: "ObsoleteAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }:
                    yield return "CS0612";
                    yield return "CS0618";
                    if (attribute.NamedText("DiagnosticId") is { } obsoleteId)
                    {
                        yield return obsoleteId;
                    }

                    break;
                case { Name: "ExperimentalAttribute" } when attribute.Positional<string>(0) is { } experimentalId:
                    yield return experimentalId;
                    break;
            }
        }
    }
}
