using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Emission;

/// <summary>Declarations that other generators stumble over: each compiles without a warning, and each has one file.</summary>
public class OddDeclarationTests
{
    [Theory]
    [InlineData("static partial class A { [Counter(\"a_total\")] static partial Counter X { get; } internal static void Use() => X.Inc(); }")]
    [InlineData("partial class A { [Counter(\"a_total\")] private static partial Counter X { get; } internal static void Use() => X.Inc(); }")]
    [InlineData("public partial class A { [Counter(\"a_total\")] protected internal static partial Counter X(bool b); }")]
    [InlineData("public partial class A { [Counter(\"a_total\")] private protected static partial Counter X(bool b); }")]
    [InlineData("public partial class Base { protected static int X => 1; } public partial class A : Base { [Counter(\"a_total\")] protected static new partial Counter X { get; } }")]
    [InlineData("public partial class Base { public static int X(bool b) => 1; } public partial class A : Base { [Counter(\"a_total\")] public new static partial Counter X(bool b); }")]
    [InlineData("public static partial class A { [Counter(\"a_total\")] public static partial Counter X(this bool b); }")]
    [InlineData("public static partial class A { [Counter(\"a_total\")] public static partial Counter X(in bool b, ref readonly bool c, ref bool d); }")]
    [InlineData("public static partial class A { [Counter(\"a_total\")] public static partial Counter X(bool b = true, Kind k = Kind.B, [MaxValues(3)] string? s = \"x\"); }")]
    [InlineData("public static partial class A { [Counter(\"a_total\")] public static partial Counter X([MaxValues(3)] params System.ReadOnlySpan<char> s); }")]
    [InlineData("public static partial class A { [Counter(\"a_total\")] public static partial Counter X([MaxValues(3), System.Runtime.CompilerServices.CallerMemberName] string s = \"\"); }")]
    [InlineData("public static unsafe partial class A { [Counter(\"a_total\")] public static unsafe partial Counter X(bool b); }")]
    [InlineData("public static partial class A { [System.Obsolete, System.Diagnostics.CodeAnalysis.SuppressMessage(\"a\", \"b\")] [Counter(\"a_total\")] [return: System.Diagnostics.CodeAnalysis.NotNull] public static partial Counter X([System.Diagnostics.CodeAnalysis.DisallowNull] bool? b); }")]
    [InlineData("public partial record A(int N) { [Counter(\"a_total\")] public static partial Counter X { get; } }")]
    [InlineData("public partial record struct A(int N) { [Counter(\"a_total\")] public static partial Counter X { get; } }")]
    [InlineData("public readonly partial struct A { [Counter(\"a_total\")] public static partial Counter X { get; } }")]
    [InlineData("public ref partial struct A { [Counter(\"a_total\")] public static partial Counter X { get; } }")]
    [InlineData("public partial class Outer { protected partial struct Middle { internal partial record Inner { public static partial class A { [Counter(\"a_total\")] public static partial Counter X { get; } } } } }")]
    [InlineData("public static partial class Register { [Counter(\"a_total\")] public static new partial Counter ToString { get; } }")]
    [InlineData("public static partial class A { [Counter(\"a_total\")] public static partial Counter Register { get; } [Counter(\"b_total\")] public static partial Counter __group(bool x); }")]
    [InlineData("public static partial class A { [Counter(\"a_total\")] public static partial Counter X(bool a); [Counter(\"b_total\")] public static partial Counter X(bool a, bool b); [Counter(\"c_total\")] public static partial Counter X_2 { get; } }")]
    [InlineData("public partial class A { [Counter(\"a_total\")] public partial Counter X(bool a); [Counter(\"b_total\")] public partial Counter X(bool a, bool b); private int __X = 1, __registration_ = 2; public int N => __X + __registration_; }")]
    [InlineData("namespace @event.@class { public static partial class @void { public enum @enum { @int, @string } [Counter(\"a_total\")] public static partial Counter @new(@enum @is, bool value, bool @await, bool __family, bool __index); } }")]
    [InlineData("namespace Größe { public static partial class Ünïcödé { public enum Straße { Ä, Ö } [Counter(\"a_total\")] public static partial Counter Zähler([Label(\"x\")] Straße straße, [Label(\"y\")] bool \\u0061\\u0301); } }")]
    [InlineData("namespace TypedMetrics.Shop { class Counter; class Metrics; static partial class A { [TypedMetrics.Counter(\"a_total\")] internal static partial global::TypedMetrics.Counter X { get; } } }")]
    [InlineData("namespace Shop.TypedMetrics { static partial class A { [global::TypedMetrics.Counter(\"a_total\")] internal static partial global::TypedMetrics.Counter X { get; } } class System; }")]
    [InlineData("#nullable disable\nstatic partial class A { [Counter(\"a_total\")] internal static partial Counter X([MaxValues(2)] string s, Set set); [LabelSet] internal class Set { public bool B = true; [OneOf(\"x\")] public string S = null; } }")]
    [InlineData("static partial class A { public static partial class @record { [Counter(\"a_total\")] public static partial Counter @var { get; } } }")]
    [InlineData("partial class A : System.IComparable { public int CompareTo(object? o) => 0; [Counter(\"a_total\")] public virtual partial Counter X { get; } } sealed partial class B : A { public B(CollectorRegistry r) : base(r) => RegisterMetrics(r); [Counter(\"b_total\")] public sealed override partial Counter X { get; } }")]
    [InlineData("using C = TypedMetrics.CounterAttribute; static partial class A { [C(\"a_total\")] internal static partial Counter X { get; } }")]
    [InlineData("public static partial class A { public enum E { B, C } [Counter(\"a_total\")] public static partial Counter X(this E e); }")]
    [InlineData("public partial class A { public enum E { B, C } [Counter(\"a_total\")] protected virtual partial Counter X(E __Others, [MaxValues(3)] scoped System.ReadOnlySpan<char> __family, [InRange(-2, 3)] nint __index, [MaxValues(2)] string __Others_); }")]
    [InlineData("public static partial class A { private enum E { B, C } [Histogram(\"a_seconds\")] private static partial Histogram X([InRange(0, 3)] int i, E e = E.C); internal static void Use() => X(1, E.B).Observe(1); }")]
    [InlineData("public static partial class A { [Counter(\"a_total\", \"Help with \\\"quotes\\\", \\\\ and\\nnewlines \\u2028 \\ud83d.\")] public static partial Counter X { get; } }")]
    public void Compiles(string source)
    {
        var run = GeneratorRun.Of(TestCompilation.Library(Whole(source))).Clean();
        Assert.NotEmpty(run.Sources);
        var stream = new MemoryStream();
        Assert.True(run.Output.Emit(stream).Success);
    }

    [Fact]
    public void WritesAGroupThatIsSplitOverFilesOnce()
    {
        var run = GeneratorRun.Of(TestCompilation.Library(
            "using TypedMetrics; namespace N; static partial class A { [Gauge(\"one\")] internal static partial Gauge One { get; } }",
            "using TypedMetrics; namespace N { static partial class A { [Counter(\"two_total\")] internal static partial Counter Two { get; } } }",
            "using TypedMetrics; namespace N { [MetricGroup(Prefix = \"p_\")] partial class A; }")).Clean();
        Assert.Equal(["N.A.g.cs", "TypedMetrics.Registration.g.cs"], run.Sources.Select(static source => source.HintName).Order());
        Assert.Contains("\"p_one\"", run.Source("N.A.g.cs"), StringComparison.Ordinal);
        Assert.Contains("\"p_two_total\"", run.Source("N.A.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void KeepsGroupsWithEqualMembersApart()
    {
        var run = GeneratorRun.Of(TestCompilation.Library(Whole("""
            namespace N
            {
                static partial class A { [Counter("a_total")] internal static partial Counter X(bool b); static partial class B { [Counter("b_total")] internal static partial Counter X(bool b); } }
                static partial class A_B { [Counter("c_total")] internal static partial Counter X(bool b); }
                #pragma warning disable CS8981
                static partial class a { [Counter("d_total")] internal static partial Counter X(bool b); }
            }
            namespace N_A { static partial class B { [Counter("e_total")] internal static partial Counter X(bool b); } }
            namespace n { static partial class A { [Counter("f_total")] internal static partial Counter X(bool b); } }
            """))).Clean();
        Assert.Equal(7, run.Sources.Select(static source => source.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void WritesAGroupOnceWhateverItsFirstAttributes()
    {
        var run = GeneratorRun.Of(TestCompilation.Library(Whole(
            "static partial class A { [Counter(\"a_total\"), Gauge(\"b\"), Histogram(\"c\")] internal static partial Counter X { get; } [Gauge(\"d\")] internal static partial Gauge Y { get; } }")));
        Assert.Null(run.Result.Exception);
        Assert.Single(run.Sources, static source => source.HintName == "A.g.cs");
        Assert.Empty(run.Complaints);
    }

    [Theory]
    [InlineData("/// <summary>A.</summary>\n/// <param name=\"a\">One of two.</param>")]
    [InlineData("/// <summary>A <paramref name=\"x\"/> <typeparamref name=\"T\"/>.</summary>\n/// <param name=\"x\">Not there.</param>\n/// <typeparam name=\"T\">Not there.</typeparam>")]
    [InlineData("/// <summary>A <see cref=\"Nowhere\"/> <see cref=\"N.\"/>.</summary>\n/// <exception cref=\"Nowhere\">Never.</exception>")]
    [InlineData("/// <param name=\"a\">One.</param>\n/// <param name=\"b\">Two.</param>\n/// <param name=\"b\">Twice.</param>")]
    [InlineData("/// <inheritdoc cref=\"Kind.A\"/>")]
    [InlineData("/// <inheritdoc/>")]
    [InlineData("/// <include file=\"none.xml\" path=\"x\"/>")]
    [InlineData("/// <summary>Unclosed.")]
    [InlineData("/// Text alone, a &lt; b.")]
    public void RepeatsNoMistakeOfADocumentation(string comment)
    {
        var run = GeneratorRun.Of(TestCompilation.Library(Whole(
            $"public static partial class A {{\n{comment}\n[Counter(\"a_total\")] public static partial Counter X(bool a, bool b); }}")));
        Assert.All(run.Complaints, static complaint => Assert.True(TestCompilation.IsTestFile(complaint.Location.SourceTree), complaint.ToString()));
    }

    [Fact]
    public void WritesOnlyNewlinesAndNoUsings()
    {
        var run = GeneratorRun.Of(TestCompilation.Library(Whole("/// <summary>A\r\n/// b.</summary>\r\nstatic partial class A { [Counter(\"a_total\")]\r\n internal static partial Counter X(bool a,\r\n Kind? b); }"))).Clean();
        Assert.All(run.Sources, static source =>
        {
            var text = source.SourceText.ToString();
            Assert.DoesNotContain('\r', text);
            Assert.DoesNotContain("using ", text, StringComparison.Ordinal);
            Assert.DoesNotContain(" \n", text, StringComparison.Ordinal);
            Assert.StartsWith("// <auto-generated/>\n#nullable enable\n", text, StringComparison.Ordinal);
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
        });
    }

    private static string Whole(string source) => $"using TypedMetrics;\n{source}\npublic enum Kind {{ A, B }}";
}
