using Microsoft.CodeAnalysis;
using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Parsing;

/// <summary>Groups are looked for in the text, and must be found however their attributes are written.</summary>
public class GroupFinderTests
{
    private const string Member = "public static partial TypedMetrics.Counter X { get; }";

    [Theory]
    [InlineData("using TypedMetrics; partial class G { [Counter(\"x_total\")] " + Member + " }", "G")]
    [InlineData("using TypedMetrics; partial class G { [CounterAttribute(\"x_total\")] " + Member + " }", "G")]
    [InlineData("using TypedMetrics; partial class G { [@CounterAttribute(\"x_total\")] " + Member + " }", "G")]
    [InlineData("using TypedMetrics; partial class G { [Co\\u0075nter(\"x_total\")] " + Member + " }", "G")]
    [InlineData("partial class G { [TypedMetrics.Counter(\"x_total\")] " + Member + " }", "G")]
    [InlineData("partial class G { [global::TypedMetrics.Counter(\"x_total\")] " + Member + " }", "G")]
    [InlineData("using T = TypedMetrics; partial class G { [T::Counter(\"x_total\")] " + Member + " }", "G")]
    [InlineData("using C = TypedMetrics.CounterAttribute; partial class G { [C(\"x_total\")] " + Member + " }", "G")]
    [InlineData("using CAttribute = TypedMetrics.CounterAttribute; partial class G { [C(\"x_total\")] " + Member + " }", "G")]
    [InlineData("using C = TypedMetrics.CounterAttribute; namespace N { using D = C; partial class G { [D(\"x_total\")] " + Member + " } }", "N.G")]
    [InlineData("namespace N.@class { partial class @event { [TypedMetrics.Counter(\"x_total\")] " + Member + " } }", "N.class.event")]
    [InlineData("namespace N { namespace M { partial struct A { partial record B { [TypedMetrics.Counter(\"x_total\")] " + Member + " } } } }", "N.M.A.B")]
    [InlineData("partial class G { [System.Obsolete, TypedMetrics.Counter(\"x_total\")] " + Member + " }", "G")]
    [InlineData("partial class G { [System.Obsolete] [TypedMetrics.Counter(\"x_total\")] " + Member + " }", "G")]
    [InlineData("partial class G { [TypedMetrics.ObservableGauge(\"x\")] static int A = 1; }", "G")]
    public void FindsAGroup(string source, string name)
    {
        var run = GeneratorRun.Of(TestCompilation.Of("Shop", OutputKind.DynamicallyLinkedLibrary, source));
        Assert.Equal([name + ".g.cs", "TypedMetrics.Registration.g.cs"], run.Sources.Select(static file => file.HintName));
    }

    [Theory]
    [InlineData("global using C = TypedMetrics.CounterAttribute;", "[C(\"x_total\")]")]
    [InlineData("global using CAttribute = TypedMetrics.CounterAttribute;", "[C(\"x_total\")]")]
    [InlineData("global using T = TypedMetrics;", "[T.Counter(\"x_total\")]")]
    public void FollowsAnAliasOfAnotherFileThatAppearsAndGoes(string alias, string attribute)
    {
        var with = TestCompilation.Of("Shop", OutputKind.DynamicallyLinkedLibrary, $"partial class G {{ {attribute} {Member} }}", alias);
        var without = with.Replace(1, alias, "");

        var run = GeneratorRun.Of(without);
        Assert.Empty(run.Sources);
        run = GeneratorRun.Next(run.Driver, with);
        Assert.Contains(run.Sources, static file => file.HintName == "G.g.cs");
        Assert.Empty(GeneratorRun.Next(run.Driver, without).Sources);
    }

    [Fact]
    public void FindsATypeOfSeveralPartsOnce()
    {
        var run = GeneratorRun.Of(TestCompilation.Of(
            "Shop",
            OutputKind.DynamicallyLinkedLibrary,
            "partial class G { [TypedMetrics.Counter(\"x_total\")] " + Member + " }",
            "partial class G { [TypedMetrics.Gauge(\"y\")] public static partial TypedMetrics.Gauge Y { get; } }")).Clean();
        Assert.Equal(["G.g.cs", "TypedMetrics.Registration.g.cs"], run.Sources.Select(static file => file.HintName));
        Assert.Contains("y", run.Source("G.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void FindsAGroupBesideAFileLocalTypeOfItsName()
    {
        var run = GeneratorRun.Of(TestCompilation.Library("file partial class G;", "partial class G { [TypedMetrics.Counter(\"x_total\")] " + Member + " }")).Clean();
        Assert.Equal(["G.g.cs", "TypedMetrics.Registration.g.cs"], run.Sources.Select(static file => file.HintName));
    }

    [Theory]
    [InlineData("struct G;")]
    [InlineData("enum G;")]
    [InlineData("partial struct G { [TypedMetrics.Counter(\"y_total\")] " + Member + " }")]
    public void WritesTheBodiesOfAGroupWhoseNameAnotherTypeHas(string other)
    {
        var run = GeneratorRun.Of(TestCompilation.Library("partial class G { [TypedMetrics.Counter(\"x_total\")] " + Member + " }", other));
        Assert.Null(run.Result.Exception);
        Assert.Matches("partial (class|struct) G", run.Source("G.g.cs"));
        Assert.Contains(run.Output.GetDiagnostics(), static diagnostic => diagnostic.Id is "CS0101" or "CS0261");
    }

    [Theory]
    [InlineData("class CounterAttribute(string name) : System.Attribute; partial class G { [Counter(\"x\")] int X => 1; }")]
    [InlineData("file partial class G { [TypedMetrics.Counter(\"x_total\")] " + Member + " }")]
    [InlineData("enum G { [TypedMetrics.ObservableGauge(\"x\")] A }")]
    public void WritesNothingForWhatIsNoGroup(string source) =>
        Assert.Empty(GeneratorRun.Of(TestCompilation.Of("Shop", OutputKind.DynamicallyLinkedLibrary, source)).Sources);
}
