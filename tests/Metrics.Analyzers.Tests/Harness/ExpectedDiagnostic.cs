using Microsoft.CodeAnalysis.Text;

namespace TypedMetrics.Analyzers.Tests.Harness;

/// <summary>A diagnostic that a source's markup asks for.</summary>
internal sealed record ExpectedDiagnostic(string File, string Id, TextSpan Span);
