using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// What is known of the values that an expression can take: the origins without bound among them, the parameters they
/// depend on, and whether anything else flows in of which nothing is known. Judgements form a lattice under
/// <see cref="Join"/>, with <see cref="Bounded"/> at the bottom.
/// </summary>
internal sealed class Judgement
{
    /// <summary>A message names one origin; a few more keep the choice independent of the order of evaluation.</summary>
    private const int MaximumOrigins = 8;

    private Judgement(ImmutableArray<Origin> origins, ImmutableArray<Input> inputs, bool isUnknown)
    {
        Origins = origins;
        Inputs = inputs;
        IsUnknown = isUnknown;
    }

    /// <summary>A fixed set of values: constants and what is made of them.</summary>
    public static Judgement Bounded { get; } = new(ImmutableArray<Origin>.Empty, ImmutableArray<Input>.Empty, false);

    /// <summary>Nothing is known, and nothing is reported.</summary>
    public static Judgement Unknown { get; } = new(ImmutableArray<Origin>.Empty, ImmutableArray<Input>.Empty, true);

    public ImmutableArray<Origin> Origins { get; }

    public ImmutableArray<Input> Inputs { get; }

    /// <summary>Whether some of the values come from where the analysis does not look.</summary>
    public bool IsUnknown { get; }

    public bool IsBounded => Origins.IsEmpty && Inputs.IsEmpty && !IsUnknown;

    public bool IsUnbounded => !Origins.IsEmpty;

    public static Judgement Of(Origin origin) => new(ImmutableArray.Create(origin), ImmutableArray<Input>.Empty, false);

    public static Judgement Of(IParameterSymbol parameter) =>
        new(ImmutableArray<Origin>.Empty, ImmutableArray.Create(new Input(parameter, ImmutableArray<Step>.Empty, false)), false);

    public Judgement Join(Judgement other)
    {
        if (other.IsBounded || ReferenceEquals(this, other))
        {
            return this;
        }

        if (IsBounded)
        {
            return other;
        }

        var origins = Origins;
        foreach (var origin in other.Origins)
        {
            if (origins.Length < MaximumOrigins && !origins.Any(origin.IsSameAs))
            {
                origins = origins.Add(origin);
            }
        }

        var inputs = Inputs;
        foreach (var input in other.Inputs)
        {
            if (!inputs.Any(input.IsSameAs))
            {
                inputs = inputs.Add(input);
            }
        }

        return new Judgement(origins, inputs, IsUnknown || other.IsUnknown);
    }

    /// <summary>The same values after one more station.</summary>
    public Judgement Through(Step step) => Through(ImmutableArray.Create(step), composed: false);

    /// <summary>The same values as parts of a longer text.</summary>
    public Judgement Composed() => Through(ImmutableArray<Step>.Empty, composed: true);

    /// <summary>The judgement at one call: each input is replaced by what the call passes.</summary>
    public Judgement Substitute(Func<IParameterSymbol, Judgement> argument)
    {
        var result = new Judgement(Origins, ImmutableArray<Input>.Empty, IsUnknown);
        foreach (var input in Inputs)
        {
            result = result.Join(argument(input.Parameter).Through(input.Path, input.IsComposed));
        }

        return result;
    }

    private Judgement Through(ImmutableArray<Step> steps, bool composed)
    {
        if (Origins.IsEmpty && Inputs.IsEmpty)
        {
            return this;
        }

        return new Judgement(
            ImmutableArray.CreateRange(Origins, origin => origin.Through(steps, composed)),
            ImmutableArray.CreateRange(Inputs, input => input.Through(steps, composed)),
            IsUnknown);
    }
}
