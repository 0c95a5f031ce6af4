using System.Xml;
using System.Xml.Linq;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Tests.Parsing;

/// <summary>Plain XML is read and written by our own code, which must not be told from the framework's.</summary>
public class PlainXmlTests
{
    private static readonly string[] Pieces =
    [
        "<a>", "</a>", "<b x=\"1\">", "</b>", "<c/>", "<d y='q' z=\"&gt;\" />", "<e\n f = \"g\" >", "</e >", "<a></a>", "text", " ", "\n", "\r\n", "\r", "\t", "&amp;",
        "&", "<", ">", "]]>", "<!-- c -->", "<![CDATA[x]]>", "<?p i?>", "<x:y/>", "xmlns='u'", "\u00e9", "\U0001F600", "\u0001", "\uFFFE", "\"", "'", "=", "/", "<a x='1' x='2'/>", "<a x='>'/>",
        "<a x='\n'/>", "<a xmlns='u'/>", "<a\tb='\"'/>", "< a>", "<a b='c'd='e'/>",
    ];

    [Theory]
    [InlineData("<summary>Orders placed.</summary>\n <remarks>Of &lt;all&gt;</remarks>", false)]
    [InlineData("<summary>Orders placed.</summary>\r\n <param name=\"kind\">Of <c>all</c> > <see langword='null'/></param>", true)]
    [InlineData("", true)]
    public void ReadsWhatIsPlain(string text, bool isPlain) => Assert.Equal(isPlain, PlainXmlReader.Read(text, "doc") is not null);

    [Fact]
    public void ReadsAndWritesAsTheFrameworkDoes()
    {
        var random = new Random(11);
        var read = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            if (PlainXmlReader.Read(text, "doc") is { } plain)
            {
                read++;
                var expected = XElement.Load(new XmlTextReader(new StringReader($"<doc>{text}</doc>")) { Normalization = true }, LoadOptions.PreserveWhitespace);
                Assert.True(XNode.DeepEquals(expected, plain), text);
                Assert.Equal(expected.ToString(SaveOptions.DisableFormatting), plain.ToString(SaveOptions.DisableFormatting));
            }
        }

        Assert.True(read > 5_000);
    }

    [Fact]
    public void WritesAsTheFrameworkDoes()
    {
        var random = new Random(12);
        var written = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            if (Load(text) is { } element)
            {
                written++;
                Assert.Equal(element.ToString(SaveOptions.DisableFormatting).ReplaceLineEndings("\n"), PlainXmlWriter.Of(element).ReplaceLineEndings("\n"));
                Assert.All(element.Nodes(), static node => Assert.Equal(
                    node.ToString(SaveOptions.DisableFormatting).ReplaceLineEndings("\n"), PlainXmlWriter.Of(node).ReplaceLineEndings("\n")));
            }
        }

        Assert.True(written > 5_000);
    }

    [Fact]
    public void LeavesDeepElementsToTheFramework()
    {
        Assert.NotNull(PlainXmlReader.Read(Nested(16), "doc"));
        Assert.Null(PlainXmlReader.Read(Nested(17), "doc"));

        static string Nested(int depth) => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
    }

    private static XElement? Load(string text)
    {
        try
        {
            return XElement.Load(XmlReader.Create(new StringReader($"<doc>{text}</doc>")), LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
