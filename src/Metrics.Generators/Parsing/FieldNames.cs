using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Hands out the names of the fields that hold the families: as the member's, and unlike everything else there.</summary>
internal sealed class FieldNames
{
    /// <summary>The method of a holder.</summary>
    public const string RegisterMethod = "Register";

    private static readonly string[] TakenInHolder =
        ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals", RegisterMethod, "__group"];

    private readonly HashSet<string> _taken;
    private readonly string _prefix;

    /// <param name="type">The group.</param>
    /// <param name="isStatic">Whether the fields stand in a holder of their own, or in the group.</param>
    public FieldNames(INamedTypeSymbol type, bool isStatic)
    {
        _prefix = isStatic ? "" : "__";
        _taken = isStatic ? [.. TakenInHolder, GroupNames.HolderName(type)] : [.. type.MemberNames, "__registration"];
    }

    public string For(string member)
    {
        var name = _prefix + member;
        for (var i = 2; !_taken.Add(name); i++)
        {
            name = FormattableName(member, i);
        }

        return CSharpText.Identifier(name);
    }

    private string FormattableName(string member, int number) =>
        _prefix + member + "_" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
