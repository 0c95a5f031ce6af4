namespace TypedMetrics.Generators.Model;

/// <summary>A parameter of a callback, which is called with each of its label's declared values.</summary>
/// <param name="Type">The C# of its type; <c>string</c> for a span of characters.</param>
/// <param name="Argument">Its label.</param>
internal sealed record CallbackParameter(string Type, LabelArgument Argument);
