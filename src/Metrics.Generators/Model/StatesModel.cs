namespace TypedMetrics.Generators.Model;

/// <summary>The states of a state set.</summary>
/// <param name="TypeName">The C# of the enum.</param>
/// <param name="Texts">The states' texts, in the order of the declaration.</param>
/// <param name="Numbers">The members' numbers; none where they are 0, 1, 2 ….</param>
internal sealed record StatesModel(string TypeName, EquatableArray<string> Texts, EquatableArray<long> Numbers);
