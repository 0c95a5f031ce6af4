using System.Buffers;
using System.Text;
using TypedMetrics.Exposition;

namespace TypedMetrics.Integration.Tests;

public sealed class StaticGroupTests
{
    [Fact]
    public void ExposesAStaticGroupThatNobodyHasUsed()
    {
        Assert.Equal(0, CollectorRegistry.Default.GetSampleValue("it_static_never_used", ("service", "tests")));
    }

    [Fact]
    public void ExposesAMetricDeclaredByItsNameAlone()
    {
        StaticMetrics.NameAlone.Inc();

        Assert.True(CollectorRegistry.Default.GetSampleValue("it_static_name_alone_total", ("service", "tests")) >= 1);
    }

    [Fact]
    public void CountsAlthoughAFieldInitializerOfTheGroupThrows()
    {
        GroupWithThrowingField.Calls.Inc();

        Assert.Equal(1, CollectorRegistry.Default.GetSampleValue("it_throwing_calls_total"));
        Assert.Throws<TypeInitializationException>(() => GroupWithThrowingField.Unlucky);
    }

    [Fact]
    public void TakesTheHelpFromTheSummary()
    {
        var body = new ArrayBufferWriter<byte>();
        CollectorRegistry.Default.Write(body, ExpositionFormat.PrometheusText);

        Assert.Contains(
            "# HELP it_static_visits_total Visits of a \"page\" \\\\ with odd characters.\n",
            Encoding.UTF8.GetString(body.WrittenSpan),
            StringComparison.Ordinal);
    }
}
