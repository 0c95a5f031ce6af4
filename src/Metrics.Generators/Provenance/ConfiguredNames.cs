using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Lists in an <c>.editorconfig</c> or a global configuration: names, separated by commas, semicolons or spaces.</summary>
internal static class ConfiguredNames
{
    private static readonly char[] Separators = [',', ';', ' ', '\t'];

    /// <summary>What the key lists, globally or for any of the compilation's files.</summary>
    public static HashSet<string> Of(Compilation compilation, AnalyzerConfigOptionsProvider options, string key)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var lists = compilation.SyntaxTrees.Select(options.GetOptions).Prepend(options.GlobalOptions);
        foreach (var values in lists)
        {
            names.UnionWith(Of(values, key));
        }

        return names;
    }

    /// <summary>What the key lists for one file.</summary>
    public static IEnumerable<string> Of(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var list) ? list.Split(Separators, StringSplitOptions.RemoveEmptyEntries) : [];
}
