using System.Reflection;
using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Declarations;

namespace TypedMetrics.Generators.Tests.Declarations;

/// <summary>What every descriptor of a declaration has.</summary>
public class DescriptorTests
{
    private static readonly IReadOnlyList<DiagnosticDescriptor> Descriptors =
        [.. typeof(DeclarationDescriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>()];

    [Fact]
    public void AreAllReported() => Assert.Equal(
        Descriptors.Select(static descriptor => descriptor.Id).Order(),
        new MetricDeclarationAnalyzer().SupportedDiagnostics.Select(static descriptor => descriptor.Id).Order());

    [Fact]
    public void HaveAnIdOfTheirOwnInTheRange() => Assert.All(
        Descriptors.GroupBy(static descriptor => descriptor.Id), static same =>
        {
            Assert.Single(same);
            Assert.Matches("^MET0[0-9][0-9]$", same.Key);
        });

    [Fact]
    public void AreErrorsWithAPage() => Assert.All(Descriptors, static descriptor =>
    {
        Assert.Equal(DiagnosticSeverity.Error, descriptor.DefaultSeverity);
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.Equal($"https://github.com/typedmetrics/typedmetrics/blob/main/docs/rules/{descriptor.Id}.md", descriptor.HelpLinkUri);
    });
}
