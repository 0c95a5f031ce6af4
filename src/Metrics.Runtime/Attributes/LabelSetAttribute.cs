namespace TypedMetrics;

/// <summary>
/// Makes a type a set of labels that several metrics can share: a parameter of it contributes each of its members.
/// Best on a <c>readonly partial record struct</c>; other structs, records and classes work.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class LabelSetAttribute : Attribute;
