using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.CodeFixes;

namespace TypedMetrics.Analyzers.Tests.CodeFixes;

/// <summary>MET210, MET211 and MET213: each case is fixed all at once, compiles and is clean afterwards.</summary>
public class ValueOriginFixTests
{
    private const string Metrics = """
        using System.Diagnostics.Metrics;

        public static partial class ShopMetrics
        {
            [TypedMetrics.Counter("failures_total")]
            public static partial TypedMetrics.Counter Failures([MaxValues(50)] string kind);

            [TypedMetrics.Counter("requests_total")]
            public static partial TypedMetrics.Counter Requests([MaxValues(50)] string route);
        }

        public static class Other
        {
            public static readonly Counter<long> Failures = new Meter("shop").CreateCounter<long>("failures");
        }
        """;

    private const string Template = "(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? \"none\"";

    [Theory]
    [InlineData("ShopMetrics.Failures(e.Message).Inc();", "ShopMetrics.Failures(e.GetType().Name).Inc();")]
    [InlineData("ShopMetrics.Failures(e.ToString()).Inc();", "ShopMetrics.Failures(e.GetType().Name).Inc();")]
    [InlineData("ShopMetrics.Failures(e.StackTrace ?? \"none\").Inc();", "ShopMetrics.Failures(e.GetType().Name ?? \"none\").Inc();")]
    [InlineData("ShopMetrics.Failures($\"failed: {e.Message}\").Inc();", "ShopMetrics.Failures($\"failed: {e.GetType().Name}\").Inc();")]
    [InlineData("ShopMetrics.Failures(\"failed: \" + e.Message.Trim()).Inc();", "ShopMetrics.Failures(\"failed: \" + e.GetType().Name.Trim()).Inc();")]
    [InlineData("ShopMetrics.Failures($\"failed: {e}\").Inc();", "ShopMetrics.Failures($\"failed: {e.GetType().Name}\").Inc();")]
    [InlineData("ShopMetrics.Failures(flag ? \"none\" : e.Message).Inc();", "ShopMetrics.Failures(flag ? \"none\" : e.GetType().Name).Inc();")]
    [InlineData("ShopMetrics.Failures(e.InnerException?.Message ?? \"none\").Inc();", "ShopMetrics.Failures(e.InnerException?.GetType().Name ?? \"none\").Inc();")]
    [InlineData("var text = e.Message; Console.WriteLine(text); ShopMetrics.Failures(text).Inc();", "var text = e.Message; Console.WriteLine(text); ShopMetrics.Failures(e.GetType().Name).Inc();")]
    [InlineData("var text = e.Message; ShopMetrics.Failures(kind: flag ? \"a\" : text).Inc();", "var text = e.Message; ShopMetrics.Failures(kind: flag ? \"a\" : e.GetType().Name).Inc();")]
    [InlineData("ShopMetrics.Failures(e.Message).Inc(); ShopMetrics.Failures(((InvalidOperationException)e).Message).Inc();", "ShopMetrics.Failures(e.GetType().Name).Inc(); ShopMetrics.Failures(((InvalidOperationException)e).GetType().Name).Inc();")]
    [InlineData("Count(e.StackTrace); static void Count(string? kind) => ShopMetrics.Failures(kind ?? \"none\").Inc();", "Count(e.GetType().Name); static void Count(string? kind) => ShopMetrics.Failures(kind ?? \"none\").Inc();")]
    public async Task PassesTheExceptionsTypeName(string before, string after) => Assert.Equal(
        Source(after),
        (await Test(Source(before)).FixAllCleanlyAsync("Pass the exception's type name"))[0]);

    [Theory]
    [InlineData("Other.Failures.Add(1, new KeyValuePair<string, object?>(\"error\", e.Message));", "Other.Failures.Add(1, new KeyValuePair<string, object?>(\"error\", e.GetType().Name));")]
    [InlineData("Other.Failures.Add(1, new System.Diagnostics.TagList { { \"error\", e.Message } });", "Other.Failures.Add(1, new System.Diagnostics.TagList { { \"error\", e.GetType().Name } });")]
    public async Task FixesTagsOfOtherLibraries(string before, string after) => Assert.Equal(
        Source(after),
        (await Test(Source(before)).FixAllCleanlyAsync())[0]);

    [Theory]
    [InlineData("ShopMetrics.Requests(context.Request.Path).Inc();", "ShopMetrics.Requests(" + Template + ").Inc();")]
    [InlineData("ShopMetrics.Requests(context.Request.Path.Value?.ToLower() ?? \"/\").Inc();", "ShopMetrics.Requests(" + Template + ").Inc();")]
    [InlineData("ShopMetrics.Requests(flag ? \"health\" : context.Request.Path.Value!).Inc();", "ShopMetrics.Requests(flag ? \"health\" : " + Template + ").Inc();")]
    [InlineData("ShopMetrics.Requests(\"GET \" + context.Request.Path).Inc();", "ShopMetrics.Requests(\"GET \" + (" + Template + ")).Inc();")]
    [InlineData("string path = context.Request.Path; Console.WriteLine(path); ShopMetrics.Requests(path.TrimEnd('/')).Inc();", "string path = context.Request.Path; Console.WriteLine(path); ShopMetrics.Requests(" + Template + ").Inc();")]
    [InlineData("var request = context.Request; ShopMetrics.Requests(request.Path).Inc();", "var request = context.Request; ShopMetrics.Requests((request.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? \"none\").Inc();")]
    [InlineData("Count(context.Request.Path.Value!); static void Count(string route) => ShopMetrics.Requests(route.Trim()).Inc();", "Count(" + Template + "); static void Count(string route) => ShopMetrics.Requests(route.Trim()).Inc();")]
    public async Task PassesTheRouteTemplate(string before, string after) => Assert.Equal(
        Source(after).Replace("using Microsoft.AspNetCore.Http;\n", "using Microsoft.AspNetCore.Http;\nusing Microsoft.AspNetCore.Routing;\n", StringComparison.Ordinal),
        (await Test(Source(before)).FixAllCleanlyAsync("Pass the route template"))[0]);

    [Theory]
    [InlineData("ShopMetrics.Failures(Guid.NewGuid().ToString()).Inc();")]
    [InlineData("ShopMetrics.Failures(Text(e)).Inc(); static string Text(Exception failure) => failure.Message;")]
    [InlineData("string text; { var inner = e.InnerException!; text = inner.Message; } ShopMetrics.Failures(text).Inc();")]
    public async Task OffersNothingWhereNothingBetterIsAtHand(string statements) => Assert.False(await Test(Source(statements)).IsOfferedAsync());

    private static CodeFixTest Test(string source) => new(new ValueOriginFixProvider(), source, Metrics) { IsAspNetCore = true };

    private static string Source(string statements) => $$"""
        using Microsoft.AspNetCore.Http;

        class Handler
        {
            void Run(bool flag, HttpContext context, Exception e)
            {
                {{statements}}
            }
        }
        """;
}
