using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetrics.Generators.Emission;

namespace TypedMetrics.Generators.Tests.Emission;

public class LiteralTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("plain", "\"plain\"")]
    [InlineData("größe €", "\"größe €\"")]
    [InlineData("\"quoted\" \\ back", "\"\\\"quoted\\\" \\\\ back\"")]
    [InlineData("a\nb\r\tc\0", "\"a\\nb\\r\\tc\\0\"")]
    [InlineData("\u0085\u2028\u2029\ufeff\u0001", "\"\\u0085\\u2028\\u2029\\ufeff\\u0001\"")]
    [InlineData("{0}", "\"{0}\"")]
    public void WritesText(string text, string expected) => Assert.Equal(expected, Literal.Text(text));

    [Fact]
    public void WritesSurrogatesInPairsAndEscapesLoneOnes()
    {
        Assert.Equal("\"\U0001F600\"", Literal.Text("\U0001F600"));
        Assert.Equal("\"\\ud83d\"", Literal.Text("\ud83d"));
        Assert.Equal("\"\\ude00a\"", Literal.Text("\ude00a"));
        Assert.Equal("\"\\ude00\\ud83d\"", Literal.Text("\ude00\ud83d"));
        Assert.Equal("null", Literal.Text(null));
    }

    [Fact]
    public void WritesTextThatTheCompilerReadsBack()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(8)).Select(_ => (char)(random.Next(4) == 0 ? random.Next(0xd700, 0xe100) : random.Next(random.Next(2) == 0 ? 0x80 : 0x10000)))]);
            var read = Assert.IsType<LiteralExpressionSyntax>(SyntaxFactory.ParseExpression(Literal.Text(text)));
            Assert.Empty(read.GetDiagnostics());
            Assert.Equal(text, read.Token.Value);
        }
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(1, "1")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(1e22, "1E+22")]
    [InlineData(1e-7, "1E-07")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(double.Epsilon, "5E-324")]
    [InlineData(0.0, "0")]
    [InlineData(-0.0, "-0.0")]
    public void WritesNumbers(double number, string expected) => Assert.Equal(expected, Literal.Number(number));

    [Fact]
    public void WritesTheSameUnderAnyCulture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new("ar-SA") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "−", NumberGroupSeparator = "." } };
        try
        {
            Assert.Equal("-1234.5", Literal.Number(-1234.5));
            Assert.Equal("-1234567", Literal.Number(-1234567L));
            Assert.Equal("\\u000a", Literal.Hexadecimal('\n'));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
