using System.Collections.Generic;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Emission;

/// <summary>Names for the locals of an accessor that none of its parameters has.</summary>
internal sealed class LocalNames(IEnumerable<string> parameters)
{
    private readonly HashSet<string> _taken = [.. parameters];

    public string New(string name)
    {
        var local = "__" + name;
        while (!_taken.Add(local))
        {
            local += "_";
        }

        return CSharpText.Identifier(local);
    }
}
