using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// What is known of the values that an expression can take: the origins without bound among them, the parameters they
/// depend on, and whether anything else flows in of which nothing, or only a name, is known. Judgements form a lattice
/// under <see cref="Join"/>, with <see cref="Bounded"/> at the bottom.
/// </summary>
internal sealed class Judgement
{
    /// <summary>A report is made for each member that origins lie in; so many are told apart.</summary>
    private const int MaximumOrigins = 24;

    private static readonly ImmutableArray<Origin> NoOrigins = ImmutableArray<Origin>.Empty;
    private static readonly ImmutableArray<Input> NoInputs = ImmutableArray<Input>.Empty;

    private Judgement(ImmutableArray<Origin> origins, ImmutableArray<Origin> names, ImmutableArray<Input> inputs, bool isUnknown)
    {
        Origins = origins;
        Names = names;
        Inputs = inputs;
        IsUnknown = isUnknown;
    }

    /// <summary>A fixed set of values: constants and what is made of them.</summary>
    public static Judgement Bounded { get; } = new(NoOrigins, NoOrigins, NoInputs, false);

    /// <summary>Nothing is known, and nothing is reported.</summary>
    public static Judgement Unknown { get; } = new(NoOrigins, NoOrigins, NoInputs, true);

    public ImmutableArray<Origin> Origins { get; }

    /// <summary>What is unknown and called like an identity.</summary>
    public ImmutableArray<Origin> Names { get; }

    public ImmutableArray<Input> Inputs { get; }

    /// <summary>Whether some of the values come from where the analysis does not look.</summary>
    public bool IsUnknown { get; }

    public bool IsBounded => Origins.IsEmpty && Inputs.IsEmpty && !IsUnknown;

    public bool IsUnbounded => !Origins.IsEmpty;

    public static Judgement Of(Origin origin) => new(ImmutableArray.Create(origin), NoOrigins, NoInputs, false);

    public static Judgement Of(ISymbol subject, Projection? part = null) => new(NoOrigins, NoOrigins, ImmutableArray.Create(Input.Of(subject, part)), false);

    /// <summary>Nothing is known but a telling name.</summary>
    public static Judgement Named(Origin name) => new(NoOrigins, ImmutableArray.Create(name), NoInputs, true);

    public Judgement Join(Judgement other)
    {
        if (other.IsBounded || ReferenceEquals(this, other))
        {
            return this;
        }

        return IsBounded ? other : new Judgement(Both(Origins, other.Origins), Both(Names, other.Names), Both(Inputs, other.Inputs), IsUnknown || other.IsUnknown);
    }

    /// <summary>The same values after one more station.</summary>
    public Judgement Through(Step step) => Through(ImmutableArray.Create(step), composed: false);

    /// <summary>The same, where what comes from within a function has left it; its inputs have not come in yet.</summary>
    public Judgement ThroughOrigins(Step step) =>
        Origins.IsEmpty && Names.IsEmpty ? this : new(
            ImmutableArray.CreateRange(Origins, origin => origin.Through(ImmutableArray.Create(step), composed: false)),
            ImmutableArray.CreateRange(Names, name => name.Through(ImmutableArray.Create(step), composed: false)),
            Inputs,
            IsUnknown);

    /// <summary>The same values as parts of a longer text.</summary>
    public Judgement Composed() => Through(ImmutableArray<Step>.Empty, composed: true);

    /// <summary>The same without what nothing is known of: a type with few values needs no origin.</summary>
    public Judgement WithoutUnknown() => IsUnknown ? new(Origins, NoOrigins, Inputs, false) : this;

    public Judgement WithoutInputs() => Inputs.IsEmpty ? this : new(Origins, Names, NoInputs, IsUnknown);

    /// <summary>The same values, which a name no longer tells of.</summary>
    public Judgement Nameless() => Names.IsEmpty && Inputs.IsEmpty
        ? this
        : new(Origins, NoOrigins, ImmutableArray.CreateRange(Inputs, static input => input.Nameless()), IsUnknown);

    /// <summary>A part of each input.</summary>
    public Judgement InputsOf(Projection part) =>
        new(NoOrigins, NoOrigins, ImmutableArray.CreateRange(Inputs, input => input.Extended(part)), false);

    /// <summary>The same values, where what is unknown is an origin by its type.</summary>
    public Judgement Or(Origin fallback)
    {
        if (IsBounded || IsUnbounded)
        {
            return this;
        }

        return IsUnknown
            ? new Judgement(ImmutableArray.Create(fallback), NoOrigins, NoInputs, false)
            : new Judgement(NoOrigins, NoOrigins, ImmutableArray.CreateRange(Inputs, input => input.Or(fallback)), false);
    }

    /// <summary>The judgement at one call: each input is replaced by what the call passes; <see langword="null"/> keeps it.</summary>
    public Judgement Substitute(Func<Input, Judgement?> replacement)
    {
        if (Inputs.IsEmpty)
        {
            return this;
        }

        var result = WithoutInputs();
        foreach (var input in Inputs)
        {
            var replaced = replacement(input) is { } passed
                ? Completed(input, passed.Through(input.Path, input.IsComposed))
                : new Judgement(NoOrigins, NoOrigins, ImmutableArray.Create(input), false);
            result = result.Join(replaced);
        }

        return result;
    }

    public bool IsSameAs(Judgement other) =>
        IsUnknown == other.IsUnknown && Origins.Length == other.Origins.Length && Inputs.Length == other.Inputs.Length && Names.Length == other.Names.Length;

    private static Judgement Completed(Input input, Judgement passed)
    {
        var judgement = input.IsNamed ? passed : passed.Nameless();
        return input.Fallback is { } fallback ? judgement.Or(fallback) : judgement;
    }

    private static ImmutableArray<Origin> Both(ImmutableArray<Origin> left, ImmutableArray<Origin> right)
    {
        foreach (var origin in right)
        {
            if (left.Length < MaximumOrigins && !left.Any(origin.IsSameAs))
            {
                left = left.Add(origin);
            }
        }

        return left;
    }

    private static ImmutableArray<Input> Both(ImmutableArray<Input> left, ImmutableArray<Input> right)
    {
        foreach (var input in right)
        {
            if (!left.Any(input.IsSameAs))
            {
                left = left.Add(input);
            }
        }

        return left;
    }

    private Judgement Through(ImmutableArray<Step> steps, bool composed)
    {
        if (Origins.IsEmpty && Inputs.IsEmpty && Names.IsEmpty)
        {
            return this;
        }

        return new Judgement(
            ImmutableArray.CreateRange(Origins, origin => origin.Through(steps, composed)),
            ImmutableArray.CreateRange(Names, name => name.Through(steps, composed)),
            ImmutableArray.CreateRange(Inputs, input => input.Through(steps, composed)),
            IsUnknown);
    }
}
