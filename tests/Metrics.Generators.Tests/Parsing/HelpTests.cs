using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedMetrics.Generators.Parsing;
using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Parsing;

/// <summary>Help comes from the attribute, else from the summary, whether or not the compiler keeps documentation.</summary>
public class HelpTests
{
    [Theory]
    [InlineData("/// <summary>Orders placed.</summary>", "Orders placed.")]
    [InlineData("/// <summary>\n    /// Orders   placed,\n    ///\tand paid.\n    /// </summary>", "Orders placed, and paid.")]
    [InlineData("/// <summary>Orders placed.</summary>\r\n    /// <remarks>More.</remarks>\r\n    // A comment.\r\n", "Orders placed.")]
    [InlineData("/** <summary>Orders placed.</summary> */", "Orders placed.")]
    [InlineData("/**\n     * <summary>\n     * Orders *placed*.\n     * </summary>\n     */", "Orders *placed*.")]
    [InlineData("/// <summary>As <see cref=\"Kind.A\"/> and <see cref=\"T:System.Int32\"/> of <paramref name=\"kind\"/>, <see langword=\"null\"/>.</summary>", "As Kind.A and System.Int32 of kind, null.")]
    [InlineData("/// <summary>See <see href=\"https://a.b\">this</see> and <see cref=\"Kind\">that</see>, <c>code</c>.</summary>", "See this and that, code.")]
    [InlineData("/// <summary><see cref=\"System.Collections.Generic.List{T}.Add(T)\"/>.</summary>", "System.Collections.Generic.List<T>.Add.")]
    [InlineData("/// <summary>One.<para>Two.</para><br/>Three.</summary>", "One. Two. Three.")]
    [InlineData("/// <summary>a &lt; b &amp; c &#228;</summary>", "a < b & c ä")]
    [InlineData("/// <summary>Says \"quoted\" \\ back.</summary>", "Says \"quoted\" \\ back.")]
    [InlineData("/// <summary></summary>", null)]
    [InlineData("/// <remarks>None.</remarks>", null)]
    [InlineData("//// <summary>No documentation.</summary>", null)]
    [InlineData("// <summary>No documentation.</summary>", null)]
    [InlineData("", null)]
    public void ReadsTheSummary(string comment, string? expected)
    {
        foreach (var mode in new[] { DocumentationMode.None, DocumentationMode.Parse, DocumentationMode.Diagnose })
        {
            Assert.Equal(expected, Help(comment, "[Counter(\"a_total\")]", mode));
        }
    }

    [Theory]
    [InlineData("/// <summary>Unclosed.")]
    [InlineData("/// <summary>Entity &unknown;.</summary>")]
    [InlineData("/// <!DOCTYPE x [<!ENTITY a \"b\">]><summary>Entity.</summary>")]
    public void TakesDamagedXmlForNone(string comment) => Assert.Null(Help(comment, "[Counter(\"a_total\")]", DocumentationMode.None));

    [Theory]
    [InlineData("[Counter(\"a_total\", \"Stated.\")]", "Stated.")]
    [InlineData("[Counter(\"a_total\", help: \"Stated.\")]", "Stated.")]
    [InlineData("[Counter(\"a_total\", \"\")]", null)]
    [InlineData("[Counter(\"a_total\", null)]", "Summary.")]
    public void PrefersTheAttribute(string attribute, string? expected) =>
        Assert.Equal(expected, Help("/// <summary>Summary.</summary>", attribute, DocumentationMode.Parse));

    private static string? Help(string comment, string attribute, DocumentationMode mode)
    {
        var source = $$"""
            using TypedMetrics;

            public enum Kind { A, B }

            public static partial class Group
            {
                {{comment}}
                {{attribute}}
                public static partial Counter A(Kind kind);
            }
            """;
        var compilation = TestCompilation.Of(
            "Help", OutputKind.DynamicallyLinkedLibrary, TestCompilation.ParseOptions.WithDocumentationMode(mode), source);
        var group = GroupParser.Parse(compilation.GetTypeByMetadataName("Group")!, compilation, CancellationToken.None);
        Assert.Empty(group!.Problems);
        return Assert.Single(group.Metrics).Model!.Help;
    }
}
