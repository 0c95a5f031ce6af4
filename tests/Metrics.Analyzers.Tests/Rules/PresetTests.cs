using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Analyzers.Tests.Rules;

/// <summary>The severities that <c>TypedMetricsRules</c> stands for, a file a preset, each with every rule.</summary>
public class PresetTests
{
    /// <summary>Set to 1, the presets are written anew instead of compared.</summary>
    private const string UpdateVariable = "TYPEDMETRICS_ACCEPT_SNAPSHOTS";

    private static readonly string Folder = Path.Combine(RuleCatalogue.RepositoryFolder, "src", "Metrics.Analyzers", "build", "presets");

    private static readonly Dictionary<string, (string Summary, Func<DiagnosticSeverity, DiagnosticSeverity> Severity)> Presets = new()
    {
        ["observe"] = ("Nothing breaks a build: what is an error by itself is a warning.", static own => own == DiagnosticSeverity.Error ? DiagnosticSeverity.Warning : own),
        ["recommended"] = ("Each rule as severe as it is by itself.", static own => own),
        ["strict"] = ("Every rule is an error.", static _ => DiagnosticSeverity.Error),
    };

    public static TheoryData<string> Names => [.. Presets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ThePresetHasEachRule(string name)
    {
        var file = Path.Combine(Folder, name + ".globalconfig");
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(file, Text(name));
        }

        Assert.Equal(Text(name), File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void ThereIsNoOtherPreset() =>
        Assert.Equal(Presets.Keys, Directory.GetFiles(Folder).Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    private static string Text(string name)
    {
        var (summary, severity) = Presets[name];
        var text = new StringBuilder($"""
            # {summary} Generated from the rules: run the tests with TYPEDMETRICS_ACCEPT_SNAPSHOTS=1 to write it anew.
            is_global = true

            # Below every file of the project's own.
            global_level = -1


            """.ReplaceLineEndings("\n"));
        foreach (var rule in RuleCatalogue.Declared)
        {
            text.Append(CultureInfo.InvariantCulture, $"dotnet_diagnostic.{rule.Id}.severity = {Word(severity(rule.DefaultSeverity))}\n");
        }

        return text.ToString();
    }

    private static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "suggestion",
        _ => "silent",
    };
}
