using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.CodeFixes;

namespace TypedMetrics.Analyzers.Tests.CodeFixes;

/// <summary>MET202</summary>
public class StatusClassFixTests
{
    // Only compared: the compiler that these tests refer to is older than extension members, such as StatusClass.From.
    [Fact]
    public async Task ChangesTheLabelAndAllItsCalls() => Assert.Equal(
        [
            """
            [LabelSet]
            public readonly partial record struct Labels(bool Warm, StatusClass HttpStatus);

            public static partial class ShopMetrics
            {
                [Counter("requests_total")]
                public static partial Counter Requests(StatusClass status, bool warm);

                [Counter("calls_total")]
                public static partial Counter Calls(Labels labels);

                [Counter("answers_total")]
                public static partial Counter Answers([Label("code")] StatusClass responseCode);
            }
            """,
            """
            using System.Net;

            static class Use
            {
                static void Run(int code, HttpStatusCode status, Labels labels)
                {
                    ShopMetrics.Requests(StatusClass.From(code), true).Inc();
                    ShopMetrics.Requests(warm: true, status: StatusClass.From(status)).Inc();
                    ShopMetrics.Requests(StatusClass.From(code > 0 ? code : 500), false).Inc();
                    ShopMetrics.Calls(new(true, StatusClass.From(404))).Inc();
                    ShopMetrics.Calls(labels with { HttpStatus = StatusClass.From(status) }).Inc();
                    Console.WriteLine(nameof(ShopMetrics.Answers) + labels.Warm);
                }
            }
            """,
        ],
        await new CodeFixTest(
            new StatusClassFixProvider(),
            """
            [LabelSet]
            public readonly partial record struct Labels(bool Warm, int HttpStatus);

            public static partial class ShopMetrics
            {
                [Counter("requests_total")]
                public static partial Counter Requests(int status, bool warm);

                [Counter("calls_total")]
                public static partial Counter Calls(Labels labels);

                [Counter("answers_total")]
                public static partial Counter Answers([Label("code")] int responseCode);
            }
            """,
            """
            using System.Net;

            static class Use
            {
                static void Run(int code, HttpStatusCode status, Labels labels)
                {
                    ShopMetrics.Requests(code, true).Inc();
                    ShopMetrics.Requests(warm: true, status: (int)status).Inc();
                    ShopMetrics.Requests(code > 0 ? code : 500, false).Inc();
                    ShopMetrics.Calls(new(true, 404)).Inc();
                    ShopMetrics.Calls(labels with { HttpStatus = (int)status }).Inc();
                    Console.WriteLine(nameof(ShopMetrics.Answers) + labels.Warm);
                }
            }
            """).FixAllAsync());

    [Theory]
    [InlineData("int shard", "")]
    [InlineData("int exitStatus", "")]
    [InlineData("long status", "")]
    [InlineData("Guid status", "")]
    [InlineData("int status", "Func<int, Counter> requests = ShopMetrics.Requests;")]
    public async Task OffersNothingElsewhere(string parameter, string statements) => Assert.False(await new CodeFixTest(
        new StatusClassFixProvider(),
        $"public static partial class ShopMetrics {{ [Counter(\"requests_total\")] public static partial Counter Requests({parameter}); }}",
        $"static class Use {{ static void Run() {{ {statements} }} }}").IsOfferedAsync());

    [Fact]
    public async Task OffersNothingWhereTheNumberIsReadAgain() => Assert.False(await new CodeFixTest(
        new StatusClassFixProvider(),
        "[LabelSet] public readonly partial record struct Labels(int Status);",
        "static class Use { static bool Run(Labels labels) => labels.Status > 400; }").IsOfferedAsync());
}
