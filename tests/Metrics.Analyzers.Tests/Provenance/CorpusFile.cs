using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TypedMetrics.Analyzers.Tests.Provenance;

/// <summary>
/// A file of cases. A line <c>--- bad MET213 RequestPath: title</c>, <c>--- ok: title</c> or <c>--- unknown: title</c> starts one; its
/// statements follow, and after a line <c>members:</c> what stands beside their method. Each line <c>file: Name.cs</c> starts a source
/// of its own; a case can be made of such sources alone. After <c>bad</c> the id (<c>MET210/211</c>: one of them), the kind of
/// origin and the number of reports (<c>x2</c>) can be left out.
/// </summary>
internal sealed partial class CorpusFile
{
    private CorpusFile(string name, ImmutableArray<CorpusCase> cases)
    {
        Name = name;
        Cases = cases;
    }

    public static ImmutableArray<CorpusFile> All { get; } =
        [.. typeof(CorpusFile).Assembly.GetManifestResourceNames()
            .Where(static name => name.EndsWith(".corpus", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(static name => new CorpusFile(name, Read(name)))];

    public string Name { get; }

    public ImmutableArray<CorpusCase> Cases { get; }

    private static ImmutableArray<CorpusCase> Read(string name)
    {
        using var reader = new StreamReader(typeof(CorpusFile).Assembly.GetManifestResourceStream(name)!);
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n--- ").Skip(1).Select(ReadCase)];
    }

    private static CorpusCase ReadCase(string chunk, int index)
    {
        var heading = Heading().Match(chunk);
        Assert.True(heading.Success, chunk);
        var parts = FileLine().Split(chunk[heading.Length..]);
        var code = parts[0].Split("members:\n");
        var sources = new List<(string, string)>();
        if (code[0].Trim().Length > 0)
        {
            sources.Add(("Sample.cs", CorpusCase.Wrap(code[0].Trim(), code.Length > 1 ? code[1].Trim() : "")));
        }

        for (var i = 1; i < parts.Length; i += 2)
        {
            sources.Add((parts[i], parts[i + 1].Trim()));
        }

        var space = string.Create(CultureInfo.InvariantCulture, $"namespace Case{index};\n");
        return new(
            Enum.Parse<Verdict>(heading.Groups["verdict"].Value, ignoreCase: true),
            heading.Groups["id"].Success ? [.. heading.Groups["id"].Value.Split('/').Select(static id => "MET" + id)] : [],
            heading.Groups["origin"].Success ? heading.Groups["origin"].Value : null,
            heading.Groups["reports"].Success ? int.Parse(heading.Groups["reports"].Value, CultureInfo.InvariantCulture) : 1,
            heading.Groups["title"].Value,
            [.. sources.Select(source => (source.Item1, space + source.Item2 + "\n"))]);
    }

    [GeneratedRegex(@"^(?<verdict>bad|ok|unknown)(?: MET(?<id>\d+(?:/\d+)*))?(?: (?<origin>[A-Z]\w+))?(?: x(?<reports>\d))?: (?<title>.+)\n")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^file: (.+)\n", RegexOptions.Multiline)]
    private static partial Regex FileLine();
}
