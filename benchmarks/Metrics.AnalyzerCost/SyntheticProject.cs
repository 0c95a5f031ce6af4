using System.Globalization;
using System.Text;

namespace TypedMetrics.AnalyzerCost;

/// <summary>
/// A project as services are: groups of metrics, and many methods that use them with values from parameters, locals, helpers in other
/// files, fields and switches; every second use is one of System.Diagnostics.Metrics.
/// </summary>
internal sealed class SyntheticProject(string folder)
{
    public const int Methods = 2_000;
    public const int Uses = 5_000;

    private const int MethodsPerFile = 20;
    private const int Groups = 20;

    public string Path => System.IO.Path.Combine(folder, "Synthetic.csproj");

    public int Lines { get; private set; }

    public void Write()
    {
        Write("Synthetic.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{Beside("TypedMetrics.dll")}" />
                <Analyzer Include="{Beside("TypedMetrics.Generators.dll")}" />
                <GlobalAnalyzerConfigFiles Include="off.globalconfig" Condition="'$(MetricsAnalyzers)' == 'false'" />
              </ItemGroup>
            </Project>
            """);
        Write("off.globalconfig", Off());
        Write("Text.cs", Text());
        for (var group = 0; group < Groups; group++)
        {
            Write($"Metrics{group}.cs", Metrics(group));
        }

        var use = 0;
        for (var file = 0; file < Methods / MethodsPerFile; file++)
        {
            Write($"Service{file}.cs", Service(file, ref use));
        }

        Lines = Directory.GetFiles(folder, "*.cs").Sum(static path => File.ReadLines(path).Count());
        if (use != Uses)
        {
            throw new InvalidOperationException($"{use} uses were written");
        }
    }

    private static string Beside(string file) => System.IO.Path.Combine(AppContext.BaseDirectory, file);

    private void Write(string name, string content) => File.WriteAllText(System.IO.Path.Combine(folder, name), content);

    // An analyzer whose rules are all off is not run; the generator beside it is.
    private static string Off()
    {
        var lines = Enumerable.Range(1, 599).Select(static id => string.Create(CultureInfo.InvariantCulture, $"dotnet_diagnostic.MET{id:D3}.severity = none"));
        return string.Join('\n', lines.Prepend("is_global = true"));
    }

    private static string Metrics(int group) => string.Create(CultureInfo.InvariantCulture, $$"""
        using TypedMetrics;
        using System.Diagnostics.Metrics;

        namespace Synthetic;

        public static partial class Metrics{{group}}
        {
            private static readonly Meter Meter = new("synthetic.{{group}}");

            public static readonly Counter<long> Jobs = Meter.CreateCounter<long>("jobs.{{group}}");

            [Counter("requests_{{group}}_total", "Requests.")]
            public static partial TypedMetrics.Counter Requests([MaxValues(100)] string kind);

            [Histogram("duration_{{group}}_seconds", "Durations.")]
            public static partial TypedMetrics.Histogram Duration([MaxValues(10)] string kind);
        }
        """);

    private static string Text() => """
        namespace Synthetic;

        internal static class Text
        {
            public static string Normalize(string text) => text.Trim().ToLowerInvariant();

            public static string KindOf(string text) => text switch
            {
                "order" or "cart" => text,
                "payment" => "payment",
                _ => "other",
            };
        }
        """;

    private static string Service(int file, ref int use)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            using System.Collections.Generic;

            namespace Synthetic;

            public sealed class Service{{file}}(string region)
            {
                private readonly string _region = region;
                private readonly List<string> _seen = new();

            """);
        for (var i = 0; i < MethodsPerFile; i++)
        {
            Method(text, file, i, ref use);
        }

        return text.Append("}\n").ToString();
    }

    // Two uses and three in turn.
    private static void Method(StringBuilder text, int file, int method, ref int use)
    {
        text.Append(CultureInfo.InvariantCulture, $$"""

                public int Handle{{method}}(string kind, int amount, IReadOnlyList<string> items)
                {
                    var total = 0;
                    var label = kind;
                    foreach (var item in items)
                    {
                        if (item.Length > amount)
                        {
                            label = item;
                            total += item.Length;
                        }
                    }

                    try
                    {
                        total += int.Parse(label);
                    }
                    catch (FormatException exception)
                    {
                        _seen.Add(exception.GetType().Name);
                    }

            """);
        var uses = method % 2 == 0 ? 2 : 3;
        for (var i = 0; i < uses; i++)
        {
            var value = ((use + i) % 6) switch
            {
                0 => "Text.KindOf(label)",
                1 => "Text.Normalize(kind)",
                2 => "_region",
                3 => "amount > 3 ? \"many\" : \"few\"",
                4 => "$\"{_region}-{Text.KindOf(kind)}\"",
                _ => "label",
            };
            var group = (file + i) % Groups;
            text.Append(i % 2 == 0
                ? $"        Metrics{group}.Requests({value}).Inc();\n"
                : $"        Metrics{group}.Jobs.Add(1, new KeyValuePair<string, object?>(\"kind\", {value}));\n");
        }

        use += uses;
        text.Append("        return total;\n    }\n");
    }
}
