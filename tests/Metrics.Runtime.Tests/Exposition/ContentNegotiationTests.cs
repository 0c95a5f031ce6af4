using TypedMetrics.Exposition;

namespace TypedMetrics.Runtime.Tests.Exposition;

public sealed class ContentNegotiationTests
{
    private const string Text = "text/plain; version=0.0.4; charset=utf-8";
    private const string Text100 = "text/plain; version=1.0.0; charset=utf-8; escaping=";
    private const string Open = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    private const string Open001 = "application/openmetrics-text; version=0.0.1; charset=utf-8";
    private const string Protobuf = "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited";

    // Verbatim what each version of a scraper sends.
    [Theory]
    [InlineData("Prometheus 2.42", "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1", Open)]
    [InlineData("2.42 native histograms", Protobuf + ",application/openmetrics-text;version=1.0.0;q=0.8,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1", Open)]
    [InlineData("2.49 to 2.55", "application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2", Open)]
    [InlineData("2.49.0", "application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=2", Open)]
    [InlineData("3.0 to 3.2", "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;escaping=allow-utf-8;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;escaping=allow-utf-8;q=0.3,*/*;q=0.2", Open + "; escaping=allow-utf-8")]
    [InlineData("3.4 to 3.14", "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2", Open + "; escaping=allow-utf-8")]
    [InlineData("3.4 to 3.14, protobuf first", Protobuf + ";q=0.6,application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1", Open + "; escaping=allow-utf-8")]
    [InlineData("VictoriaMetrics 1.79", "text/plain;version=0.0.4;q=1,*/*;q=0.1", Text)]
    [InlineData("a browser", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8", Text)]
    public void ScraperGetsWhatItPrefers(string scraper, string accept, string contentType)
    {
        Assert.NotEmpty(scraper);
        AssertChosen(contentType, accept);
    }

    [Theory]
    [InlineData("application/openmetrics-text", Open)]
    [InlineData("application/openmetrics-text;version=1.0.0", Open)]
    [InlineData("application/openmetrics-text;version=0.0.1", Open001)]
    [InlineData("application/openmetrics-text;version=0.0.1;escaping=allow-utf-8", Open001)]
    [InlineData("application/openmetrics-text;version=2.0.0", Text)]
    [InlineData("application/openmetrics-text;version=", Text)]
    [InlineData("application/openmetrics-text;version=\"\"", Open)]
    [InlineData("application/openmetrics-text;escaping=dots", Open + "; escaping=dots")]
    [InlineData("application/openmetrics-text;escaping=values", Open + "; escaping=values")]
    [InlineData("application/openmetrics-text;escaping=underscores", Open + "; escaping=underscores")]
    [InlineData("application/openmetrics-text;escaping=bogus", Open)]
    [InlineData("text/plain", Text)]
    [InlineData("text/plain;version=0.0.4;escaping=allow-utf-8", Text)]
    [InlineData("text/plain;version=1.0.0;escaping=allow-utf-8", Text100 + "allow-utf-8")]
    [InlineData("text/plain;version=1.0.0", Text100 + "underscores")]
    [InlineData("text/plain;version=1.0.0;escaping=bogus", Text100 + "underscores")]
    [InlineData("text/plain;version=7,application/openmetrics-text;q=0.1", Open)]
    [InlineData("application/openmetrics-text;version=2.0.0,text/plain;version=1.0.0;q=0.1", Text100 + "underscores")]
    [InlineData("text/*", Text)]
    [InlineData("*/*", Text)]
    public void VersionAndSchemeDecideTheContentType(string accept, string contentType) => AssertChosen(contentType, accept);

    [Theory]
    [InlineData("application/openmetrics-text;q=0.1,text/plain;q=0.9", Text)]
    [InlineData("text/plain;q=0.1,application/openmetrics-text;q=0.9", Open)]
    [InlineData("text/plain,application/openmetrics-text", Text)]
    [InlineData("application/openmetrics-text,text/plain", Open)]
    [InlineData("*/*,application/openmetrics-text", Open)]
    [InlineData("*/*;q=0.5,application/openmetrics-text;q=0.499", Text)]
    [InlineData("text/*;q=0.5,application/openmetrics-text;q=0.5", Open)]
    [InlineData("application/openmetrics-text;q=0,text/plain;q=0.1", Text)]
    [InlineData("application/openmetrics-text;q=0.0", Text)]
    [InlineData("application/openmetrics-text;q=0.001", Open)]
    [InlineData("application/openmetrics-text;q=0.00001", Open)]
    [InlineData("application/openmetrics-text;q=1.000", Open)]
    [InlineData("application/openmetrics-text;q=1.001", Text)]
    [InlineData("application/openmetrics-text;q=2", Text)]
    [InlineData("application/openmetrics-text;q=-1", Text)]
    [InlineData("application/openmetrics-text;q=NaN", Text)]
    [InlineData("application/openmetrics-text;q=", Text)]
    [InlineData("application/openmetrics-text;q", Text)]
    [InlineData("application/openmetrics-text;q=.5", Text)]
    public void HighestWeightWins(string accept, string contentType) => AssertChosen(contentType, accept);

    [Theory]
    [InlineData("Application/OpenMetrics-Text; Version=1.0.0", Open)]
    [InlineData("APPLICATION/OPENMETRICS-TEXT;ESCAPING=ALLOW-UTF-8;Q=0.5", Open + "; escaping=allow-utf-8")]
    [InlineData("application/openmetrics-text ;  version=1.0.0 ; q=0.9 ,  text/plain ; q=0.1", Open)]
    [InlineData("\tapplication/openmetrics-text\t;\tversion = 1.0.0\t", Open)]
    [InlineData("application/openmetrics-text;version=\"1.0.0\"", Open)]
    [InlineData("application/openmetrics-text;version=\"1.0\\.0\"", Open)]
    [InlineData("application/openmetrics-text;note=\"a,b;q=0\";q=0.5", Open)]
    [InlineData("application/openmetrics-text;note=\"\\\",text/plain\";q=0.5,text/plain;q=0.1", Open)]
    [InlineData("application/openmetrics-text;;q=0.5;", Open)]
    [InlineData("application/openmetrics-text;q=0.5;version=9", Open)]
    [InlineData("application/openmetrics-text;q=0.5;extension", Open)]
    public void CaseBlanksQuotesAndExtensionsAreUnderstood(string accept, string contentType) => AssertChosen(contentType, accept);

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData(";;;q=,,/=")]
    [InlineData("application/x-unknown;q=banana")]
    [InlineData("text/plain;version=\"")]
    [InlineData("application/openmetrics-text;version=\"1.0.0")]
    [InlineData("application/openmetrics-text;version=\"1.0.0\\")]
    [InlineData("application/openmetrics-text;version=\"1.0.0\"x")]
    [InlineData("application/openmetrics-text;version")]
    [InlineData("application/ openmetrics-text")]
    [InlineData("application/openmetrics-text/x")]
    [InlineData(",")]
    [InlineData("q=1")]
    [InlineData("a/b;c=d;e=\"f,g\"")]
    [InlineData("application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited")]
    [InlineData("\u0000\uFFFF\uD800,=;\"\\")]
    public void WhatCannotBeReadGetsText(string accept) => AssertChosen(Text, accept);

    [Fact]
    public void NoHeaderGetsText() => AssertChosen(Text);

    [Fact]
    public void SeveralHeadersCountAsOne()
    {
        AssertChosen(Open, "text/plain;version=0.0.4;q=0.1", "application/openmetrics-text;version=1.0.0;q=0.9");
        AssertChosen(Open, "text/plain;version=\"", null, "application/openmetrics-text;q=0.1");
    }

    [Fact]
    public void LongHeaderIsReadUpToALimit()
    {
        var filler = string.Concat(Enumerable.Repeat("a/b;q=0.1,", 700));
        AssertChosen(Open, filler + "application/openmetrics-text");
        AssertChosen(Text, new string(',', HeaderClauseReader.MaximumLength) + "application/openmetrics-text");
    }

    [Fact]
    public void NoHeaderMakesItFailOrEchoAnything()
    {
        const string Alphabet = "atq/*,;=\"\\ .019\t\u00e9";
        string[] pieces = ["application/openmetrics-text", "text/plain", "version=", "1.0.0", ";q=", "escaping=", "allow-utf-8"];
        var known = new HashSet<string>(StringComparer.Ordinal) { Text, Open, Open001 };
        foreach (var scheme in new[] { "underscores", "allow-utf-8", "dots", "values" })
        {
            known.Add(Text100 + scheme);
            known.Add(Open + "; escaping=" + scheme);
        }

        for (var seed = 0; seed < 20_000; seed++)
        {
            var random = new Random(seed);
            var accept = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(3) == 0
                ? Alphabet[random.Next(Alphabet.Length)].ToString()
                : pieces[random.Next(pieces.Length)]));

            Assert.True(known.Contains(ContentNegotiation.Choose([accept]).ContentType), $"seed {seed}: {accept}");
            _ = ContentNegotiation.AcceptsGzip([accept]);
        }
    }

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("GZip", true)]
    [InlineData("x-gzip", true)]
    [InlineData("deflate, gzip, br", true)]
    [InlineData("gzip;q=0.5, identity;q=0.1", true)]
    [InlineData("*", true)]
    [InlineData("br, *;q=0.1", true)]
    [InlineData("gzip;q=0, *", false)]
    [InlineData("gzip;q=0", false)]
    [InlineData("gzip;q=0.0, identity", false)]
    [InlineData("*;q=0", false)]
    [InlineData("identity", false)]
    [InlineData("br", false)]
    [InlineData("gzipped", false)]
    [InlineData("", false)]
    [InlineData(";;q=,", false)]
    [InlineData("gzip;q=banana", false)]
    public void GzipIsTakenWhereItIsAccepted(string acceptEncoding, bool accepts)
    {
        Assert.Equal(accepts, ContentNegotiation.AcceptsGzip([acceptEncoding]));
        Assert.Equal(accepts, ContentNegotiation.AcceptsGzip([null, "identity", acceptEncoding]));
    }

    [Fact]
    public void WithoutAHeaderNothingIsCompressed() => Assert.False(ContentNegotiation.AcceptsGzip([]));

    private static void AssertChosen(string contentType, params string?[] accept)
    {
        var chosen = ContentNegotiation.Choose(accept);
        Assert.Equal(contentType, chosen.ContentType);
        Assert.Same(
            contentType.StartsWith("text/", StringComparison.Ordinal) ? ExpositionFormat.PrometheusText : ExpositionFormat.OpenMetrics,
            chosen.Format);
    }
}
