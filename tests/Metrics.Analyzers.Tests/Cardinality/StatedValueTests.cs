using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Analyzers.Tests.Cardinality;

/// <summary>What a project states of its values, by attribute or configuration, and MET211 to MET213.</summary>
public class StatedValueTests
{
    private const string Metrics = """
        public static partial class M
        {
            [Counter("uses_total")]
            public static partial Counter Label([MaxValues(200)] string value);
        }

        public sealed class Customer
        {
            public string Reference { get; set; } = "";

            public string UserId { get; set; } = "";
        }
        """;

    [Fact]
    public async Task AttributesOnMembersAreFollowed() => await Test().With(
        """
        class Ticket
        {
            [HighCardinality] public string Text { get; set; } = "";
            [BoundedValues] public string UserId { get; set; } = "";
            [return: BoundedValues] public static string Sorted(Guid id) => id.ToString();
            static void Run(Ticket ticket, [HighCardinality] string note, Guid id)
            {
                M.Label({|MET210:ticket.Text|}).Inc();
                M.Label({|MET211:"n" + note|}).Inc();
                M.Label(ticket.UserId).Inc();
                M.Label(Sorted(id)).Inc();
            }
        }
        """).VerifyAsync(new ValueOriginAnalyzer());

    [Fact]
    public async Task AttributesOnTheAssemblySpeakOfOthersTypes() => await Test().With(
        """
        [assembly: HighCardinality(typeof(Customer), "Reference")]
        [assembly: BoundedValues(typeof(Customer), nameof(Customer.UserId))]
        class Use
        {
            static void Run(Customer customer)
            {
                M.Label({|MET210:customer.Reference|}).Inc();
                M.Label(customer.UserId).Inc();
            }
        }
        """).VerifyAsync(new ValueOriginAnalyzer());

    [Fact]
    public async Task ConfigurationListsMembersAndWords() => await new AnalyzerTest
    {
        EditorConfig = new("[*.cs]\nmetrics_unbounded_members = Customer.Reference\nmetrics_bounded_members = Customer.UserId\nmetrics_identity_words = sku, trackingCode"),
    }
        .With(Metrics, "/Metrics.cs")
        .With(
            """
            public class Use
            {
                public static void Run(Customer customer, string sku, string tracking_code)
                {
                    M.Label({|MET210:customer.Reference|}).Inc();
                    M.Label(customer.UserId).Inc();
                    M.Label({|MET212:sku|}).Inc();
                    M.Label({|MET212:tracking_code|}).Inc();
                }
            }
            """).VerifyAsync(new ValueOriginAnalyzer());

    [Fact]
    public async Task NamesCountOnlyWhereNothingIsKnown() => await Test().With(
        """
        public class Use
        {
            public static void Run(string userId, string provider, string grid, Customer customer)
            {
                M.Label({|MET212:userId|}).Inc();
                M.Label({|MET212:customer.UserId|}).Inc();
                M.Label(provider).Inc();
                M.Label(grid).Inc();
                Own("a");
        #pragma warning disable MET212
                M.Label(userId).Inc();
        #pragma warning restore MET212
            }

            private static void Own(string userId) => M.Label(userId).Inc();
        }
        """).VerifyAsync(new ValueOriginAnalyzer());

    [Fact]
    public async Task EachBadCallerOfAWrapperIsReportedAtItsLabel() => await Test().With(
        """
        static class Use
        {
            static void First(Exception e) => Track(e.Message);
            static void Second(Guid id) => Track($"x{id}");
            static void Third() => Track("fine");
            static void Track(string value) => M.Label({|MET210:{|MET211:value|}|}).Inc();
        }
        """).VerifyAsync(new ValueOriginAnalyzer());

    [Theory]
    [InlineData("MET211", "$\"x{e.Message}\"")]
    [InlineData("MET213", "context.Request.Path!")]
    public async Task IsSilencedByPragma(string id, string value) => await Test().WithAspNetCore().With(
        $$"""
        static class Use
        {
            static void Run(Exception e, Microsoft.AspNetCore.Http.HttpContext context)
            {
        #pragma warning disable {{id}}
                M.Label({{value}}).Inc();
        #pragma warning restore {{id}}
            }
        }
        """).VerifyAsync(new ValueOriginAnalyzer());

    private static AnalyzerTest Test() => new AnalyzerTest().With(Metrics, "/Metrics.cs");
}
