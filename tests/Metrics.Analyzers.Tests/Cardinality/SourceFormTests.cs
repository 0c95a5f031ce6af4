using TypedMetrics.Analyzers.Tests.Harness;
using TypedMetrics.Generators.Cardinality;

namespace TypedMetrics.Analyzers.Tests.Cardinality;

/// <summary>Uses are first judged without a graph: what the source's form alone does not show must still be found, and guards still count.</summary>
public class SourceFormTests
{
    private const string Metrics = """
        [MetricGroup(Prefix = "shop_")]
        public static partial class ShopMetrics
        {
            [Counter("orders_total")]
            public static partial Counter Orders([MaxValues(200)] string tenant);
        }

        class Holder
        {
            public string Name { get; set; } = "none";
        }
        """;

    [Theory]
    [InlineData("string? label = null; label ??= id; ShopMetrics.Orders(label).Inc();")]
    [InlineData("var label = id.Length > 3 ? id : \"short\"; ShopMetrics.Orders(label).Inc();")]
    [InlineData("var label = \"none\"; ref var alias = ref label; alias = id; ShopMetrics.Orders(label).Inc();")]
    [InlineData("string a = \"a\", b = \"b\"; (id.Length > 3 ? ref a : ref b) = id; ShopMetrics.Orders(b).Inc();")]
    [InlineData("var label = \"none\"; Action set = () => label = id; set(); ShopMetrics.Orders(label).Inc();")]
    [InlineData("var label = \"none\"; Set(); ShopMetrics.Orders(label).Inc(); void Set() => label = id;")]
    [InlineData("Action<string> count = one => ShopMetrics.Orders(one).Inc(); count(id);")]
    [InlineData("Count(id); void Count(string one) => ShopMetrics.Orders(one).Inc();")]
    [InlineData("Func<string> make = () => id; ShopMetrics.Orders(make()).Inc();")]
    [InlineData("var list = new List<string>(); list?.Add(id); ShopMetrics.Orders(list![0]).Inc();")]
    [InlineData("var list = new List<string>(); (list.Count > 3 ? null : list)?.Add(id); ShopMetrics.Orders(list[0]).Inc();")]
    [InlineData("foreach (var one in new List<string> { id }) { ShopMetrics.Orders(one).Inc(); }")]
    [InlineData("foreach (var one in new[] { \"a\", id }) { ShopMetrics.Orders(one).Inc(); }")]
    [InlineData("var map = new Dictionary<string, int>(); map[id] = 1; foreach (var (key, _) in map) { ShopMetrics.Orders(key).Inc(); }")]
    [InlineData("var map = new Dictionary<string, int> { [id] = 1 }; foreach (var pair in map) { ShopMetrics.Orders(pair.Key).Inc(); }")]
    [InlineData("var holder = new Holder { Name = id }; ShopMetrics.Orders(holder.Name).Inc();")]
    [InlineData("var holder = new Holder(); holder?.Name = id; ShopMetrics.Orders(holder!.Name).Inc();")]
    [InlineData("object o = id; ShopMetrics.Orders(o switch { string text => text, _ => \"none\" }).Inc();")]
    [InlineData("object o = id; switch (o) { case string text: ShopMetrics.Orders(text).Inc(); break; }")]
    [InlineData("if ((id, 1) is (string text, _)) { ShopMetrics.Orders(text).Inc(); }")]
    [InlineData("try { Run(id); } catch (Exception e) { ShopMetrics.Orders(e.Message).Inc(); }")]
    [InlineData("var label = new[] { id }.Select(static one => one.Trim()).First(); ShopMetrics.Orders(label).Inc();")]
    [InlineData("var label = (from one in new[] { id } select one).First(); ShopMetrics.Orders(label).Inc();")]
    [InlineData("ShopMetrics.Orders($\"{id}\").Inc();")]
    [InlineData("var text = new System.Text.StringBuilder(); text.Append($\"{id}\"); ShopMetrics.Orders(text.ToString()).Inc();")]
    public async Task FindsWhatReachesALabel(string statements) => Assert.StartsWith("MET21", Assert.Single(await RunAsync(statements)).Id, StringComparison.Ordinal);

    [Theory]
    [InlineData("ShopMetrics.Orders(id is \"a\" or \"b\" ? id : \"other\").Inc();")]
    [InlineData("ShopMetrics.Orders(id switch { \"a\" or \"b\" => id, _ => \"other\" }).Inc();")]
    [InlineData("var label = id; label = \"fixed\"; ShopMetrics.Orders(label).Inc();")]
    [InlineData("var label = id.Length > 3 ? \"long\" : \"short\"; ShopMetrics.Orders(label).Inc();")]
    [InlineData("foreach (var one in new[] { \"a\", \"b\" }) { ShopMetrics.Orders(one).Inc(); }")]
    public async Task StaysSilentWhereNothingDoes(string statements) => Assert.Empty(await RunAsync(statements));

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> RunAsync(string statements) =>
        new AnalyzerTest { IsGenerated = true }.With(Metrics, "/Metrics.cs").With($$"""
            static class Use
            {
                static void Begin() => Run(Guid.NewGuid().ToString());

                static void Run(string id)
                {
                    {{statements}}
                }
            }
            """).RunAsync(new ValueOriginAnalyzer());
}
