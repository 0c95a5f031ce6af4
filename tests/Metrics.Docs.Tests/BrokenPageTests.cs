using TypedMetrics.Docs.Tests.Harness;

namespace TypedMetrics.Docs.Tests;

/// <summary>A page that is wrong is found to be.</summary>
public sealed class BrokenPageTests
{
    private const string Shop = """
        # A page

        ```csharp
        using TypedMetrics;

        public static partial class ShopMetrics
        {
            /// <summary>Orders placed.</summary>
            [Counter("orders_total")]
            public static partial Counter Orders { get; }
        }
        ```

        """;

    [Fact]
    public async Task GoodPageHasNoComplaint() => Assert.Empty(await CodeOf(Shop + """
        ```csharp
        ShopMetrics.Orders.Inc();
        ```
        """));

    [Fact]
    public async Task NameThatDoesNotExistIsAComplaintAtItsLine() =>
        Assert.Contains("(15): error CS0117", Assert.Single(await CodeOf(Shop + """

            ```csharp
            ShopMetrics.Sales.Inc();
            ```
            """)), StringComparison.Ordinal);

    [Fact]
    public async Task WarningOfARuleIsAComplaint() =>
        Assert.Contains("(17): warning MET303", Assert.Single(await CodeOf(Shop + """

            ```csharp
            var orders = 1;

            ShopMetrics.Orders.Inc(-1);
            Console.WriteLine(orders);
            ```
            """)), StringComparison.Ordinal);

    [Fact]
    public async Task AnnouncedWarningIsNone() => Assert.Empty(await CodeOf(Shop + """
        ```csharp
        ShopMetrics.Orders.Inc(-1);      // MET303: a counter never goes down
        ```
        """));

    [Fact]
    public async Task AnnouncedWarningThatDoesNotComeIsAComplaint() =>
        Assert.EndsWith("MET303 is announced, and not reported", Assert.Single(await CodeOf(Shop + """
            ```csharp
            ShopMetrics.Orders.Inc(1);      // MET303: a counter never goes down
            ```
            """)), StringComparison.Ordinal);

    [Fact]
    public async Task QuotedMessageThatIsWordedOtherwiseIsAComplaint()
    {
        var complaints = await CodeOf(Shop + """
            ```csharp
            ShopMetrics.Orders.Inc(-1);
            ```

            ```
            Orders.cs(1,1): warning MET303: Something else
            ```
            """);
        Assert.Equal(2, complaints.Count);
    }

    [Fact]
    public async Task LaterDeclarationReplacesTheEarlier() => Assert.Empty(await CodeOf(Shop + """
        ```csharp
        ShopMetrics.Orders.Inc();
        ```

        ```csharp
        public static partial class ShopMetrics
        {
            /// <summary>Orders placed.</summary>
            [Counter("orders_total")]
            public static partial Counter Orders(bool gift);
        }

        ShopMetrics.Orders(gift: true).Inc();
        ```
        """));

    [Fact]
    public async Task ShownExpositionIsThatOfTheCodeAboveIt() => Assert.Empty(await RunOf(Shop + """
        ```csharp
        ShopMetrics.Orders.Inc(2);
        ```

        ```exposition
        # TYPE orders_total counter
        orders_total 2
        ```

        ```csharp
        ShopMetrics.Orders.Inc();
        ```

        ```openmetrics
        # TYPE orders counter
        # HELP orders Orders placed.
        orders_total 3
        ```
        """));

    [Fact]
    public async Task ExpositionThatTheCodeDoesNotMakeIsAComplaint() => Assert.Single(await RunOf(Shop + """
        ```csharp
        ShopMetrics.Orders.Inc(2);
        ```

        ```exposition
        orders_total 3
        ```
        """));

    [Fact]
    public void LinksThatLeadNowhereAreComplaints() => Assert.Equal(
        ["page.md(3): 'missing.md' leads nowhere", "page.md(4): '#none' leads to no heading", "page.md(4): 'CHANGELOG.md#none' leads to no heading"],
        LinkCheck.Complaints(MarkdownPage.Parse("page.md", """
            # A page: with `code`

            [here](#a-page-with-code), [there](CHANGELOG.md#unreleased), [missing](missing.md), `[code](missing.md)`
            [no](#none), [no](CHANGELOG.md#none), [folder](docs)
            """)));

    private static Task<IReadOnlyList<string>> CodeOf(string text) => PageCheck.ComplaintsAsync(MarkdownPage.Parse("page.md", text));

    private static Task<IReadOnlyList<string>> RunOf(string text) => PageRun.ComplaintsAsync(MarkdownPage.Parse("page.md", text));
}
