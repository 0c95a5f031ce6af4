using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Whether matching a pattern, or not matching it, leaves a value one of finitely many constants.</summary>
/// <param name="body">The body that the pattern stands in.</param>
/// <param name="paths">The paths that hold the value.</param>
internal readonly struct Patterns(FunctionBody body, ImmutableArray<AccessPath> paths)
{
    /// <summary>Whether the value of the paths is bounded where the tested value matches, or where it does not.</summary>
    public bool Bounds(IPatternOperation pattern, IOperation tested, bool matches) =>
        (IsFinite(pattern, matches) && AccessPath.IsAbout(body, tested, paths)) || pattern switch
        {
            INegatedPatternOperation negated => Bounds(negated.Pattern, tested, !matches),
            IBinaryPatternOperation both when both.OperatorKind == BinaryOperatorKind.And == matches =>
                Bounds(both.LeftPattern, tested, matches) || Bounds(both.RightPattern, tested, matches),
            IBinaryPatternOperation either => Bounds(either.LeftPattern, tested, matches) && Bounds(either.RightPattern, tested, matches),
            IRecursivePatternOperation recursive => matches && BoundsPart(recursive, tested),
            _ => false,
        };

    private bool BoundsPart(IRecursivePatternOperation pattern, IOperation tested)
    {
        var elements = TupleOf(tested) is { Elements: var found } && found.Length == pattern.DeconstructionSubpatterns.Length
            ? found
            : ImmutableArray<IOperation>.Empty;
        for (var i = 0; i < elements.Length; i++)
        {
            if (Bounds(pattern.DeconstructionSubpatterns[i], elements[i], matches: true))
            {
                return true;
            }
        }

        return BoundsMember(pattern, AccessPath.Tested(body, tested).ToImmutableArray());
    }

    private bool BoundsMember(IRecursivePatternOperation pattern, ImmutableArray<AccessPath> owners)
    {
        foreach (var property in pattern.PropertySubpatterns)
        {
            if (property.Member is IMemberReferenceOperation { Member: var member })
            {
                var read = ImmutableArray.CreateRange(owners, owner => owner.With(member));
                if (property.Pattern is IRecursivePatternOperation inner ? BoundsMember(inner, read) : IsFinite(property.Pattern, matches: true) && IsAny(read))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private ITupleOperation? TupleOf(IOperation tested) => tested switch
    {
        ITupleOperation tuple => tuple,
        IConversionOperation conversion => TupleOf(conversion.Operand),
        IFlowCaptureReferenceOperation capture when AccessPath.OnlySource(body, new Variable(capture.Id)) is { } source => TupleOf(source),
        _ => null,
    };

    private bool IsAny(ImmutableArray<AccessPath> tested)
    {
        foreach (var path in paths)
        {
            if (tested.Any(path.IsSameAs))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether only finitely many values match, or only finitely many do not.</summary>
    private static bool IsFinite(IPatternOperation pattern, bool matches) => pattern switch
    {
        IConstantPatternOperation => matches,
        INegatedPatternOperation negated => IsFinite(negated.Pattern, !matches),
        IBinaryPatternOperation both when both.OperatorKind == BinaryOperatorKind.And == matches =>
            IsFinite(both.LeftPattern, matches) || IsFinite(both.RightPattern, matches) || (matches && IsRange(both)),
        IBinaryPatternOperation either => IsFinite(either.LeftPattern, matches) && IsFinite(either.RightPattern, matches),
        IListPatternOperation list => matches && AreFinite(list.Patterns),
        ISlicePatternOperation slice => matches && slice.Pattern is { } rest && IsFinite(rest, matches: true),
        _ => false,
    };

    private static bool AreFinite(ImmutableArray<IPatternOperation> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (!IsFinite(pattern, matches: true))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>&gt;= 1 and &lt;= 9</c>, of whole numbers</summary>
    private static bool IsRange(IBinaryPatternOperation both) =>
        ValueTypes.IsWhole(both.InputType)
        && both is { LeftPattern: IRelationalPatternOperation left, RightPattern: IRelationalPatternOperation right }
        && IsUpper(left) != IsUpper(right);

    private static bool IsUpper(IRelationalPatternOperation pattern) =>
        pattern.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;
}
