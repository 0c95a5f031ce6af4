namespace TypedMetrics.Generators.Provenance;

/// <summary>A call that throws unless a value is one of few.</summary>
/// <param name="position">Where it stands.</param>
/// <param name="proven">What is then known of the value; <see langword="null"/> where only sides are.</param>
/// <param name="sides">The sides between which a number then lies.</param>
internal readonly struct Check(Position position, Judgement? proven, Sides sides)
{
    public Position Position { get; } = position;

    public Judgement? Proven { get; } = proven;

    public Sides Sides { get; } = sides;
}
