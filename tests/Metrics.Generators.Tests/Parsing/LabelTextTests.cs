using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Tests.Parsing;

public class LabelTextTests
{
    [Theory]
    [InlineData("tenant", "tenant")]
    [InlineData("tenantId", "tenant_id")]
    [InlineData("TenantID", "tenant_id")]
    [InlineData("HTTPStatus2xx", "http_status2xx")]
    [InlineData("IOError", "io_error")]
    [InlineData("A", "a")]
    [InlineData("ABC", "abc")]
    [InlineData("AbC", "ab_c")]
    [InlineData("Http2Connection", "http2_connection")]
    [InlineData("V1", "v1")]
    [InlineData("_field", "field")]
    [InlineData("__Foo__bar_", "foo_bar")]
    [InlineData("snake_case", "snake_case")]
    [InlineData("SCREAMING_CASE", "screaming_case")]
    [InlineData("_", "_")]
    [InlineData("ÄrgerÜber", "ärger_über")]
    public void WritesIdentifiersInSnakeCase(string identifier, string expected) => Assert.Equal(expected, LabelText.Snake(identifier));

    [Theory]
    [InlineData(LabelCase.Snake, "not_http_found2")]
    [InlineData(LabelCase.Kebab, "not-http-found2")]
    [InlineData(LabelCase.Lower, "nothttpfound2")]
    [InlineData(LabelCase.Upper, "NOTHTTPFOUND2")]
    [InlineData(LabelCase.Camel, "notHttpFound2")]
    [InlineData(LabelCase.Declared, "NotHTTPFound2")]
    [InlineData((LabelCase)99, "not_http_found2")]
    public void WritesEachCase(LabelCase labelCase, string expected) => Assert.Equal(expected, LabelText.Convert("NotHTTPFound2", (int)labelCase));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void WritesTheSameUnderAnyCulture(string culture)
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new(culture);
        try
        {
            Assert.Equal("id_issuer", LabelText.Snake("IDIssuer"));
            Assert.Equal("ISSUER", LabelText.Convert("Issuer", (int)LabelCase.Upper));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
