namespace TypedMetrics.Docs.Tests.Harness;

/// <summary>A fenced block of a page.</summary>
/// <param name="Info">What stands behind the opening fence: <c>csharp</c>, <c>exposition</c>, or nothing.</param>
/// <param name="Text">The lines between the fences.</param>
/// <param name="Line">The number of the first of these lines, counted from 1.</param>
internal sealed record Fence(string Info, string Text, int Line);
