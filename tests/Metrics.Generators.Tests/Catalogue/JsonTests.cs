using System.Text;
using System.Text.Json;
using TypedMetrics.Generators.Catalogue;

namespace TypedMetrics.Generators.Tests.Catalogue;

public class JsonTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData(" { \"a\" : [ 1 , -2.5e+3 , true , false , null , \"x\" ] , \"b\" : { \"c\" : [] } }\n")]
    [InlineData("\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e4 \\ud83d\\ude00\"")]
    [InlineData("[[[[[[1]]]]]]")]
    [InlineData("0.1")]
    public void ReadsWhatIsJson(string json)
    {
        using var expected = JsonDocument.Parse(json);
        AssertEqual(expected.RootElement, JsonReader.Read(json));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("{\"a\":}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{a:1}")]
    [InlineData("\"a")]
    [InlineData("\"\\")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u12g4\"")]
    [InlineData("\"a\nb\"")]
    [InlineData("tru")]
    [InlineData("nul")]
    [InlineData("1 2")]
    [InlineData("-")]
    [InlineData("[1}")]
    [InlineData("}")]
    public void ReadsNothingElse(string json) => Assert.Null(JsonReader.Read(json));

    [Fact]
    public void RefusesBottomlessText() => Assert.Null(JsonReader.Read(new string('[', 100_000)));

    [Fact]
    public void NeverThrowsAtDamagedText()
    {
        const string Good = "{\"assembly\":\"A\",\"metrics\":[{\"name\":\"x\\u0041\\n\",\"size\":12,\"ok\":true,\"no\":null}]}";
        var random = new Random(5);
        Assert.NotNull(JsonReader.Read(Good));
        for (var i = 0; i < 20_000; i++)
        {
            var text = Good.ToCharArray();
            for (var k = random.Next(4); k >= 0; k--)
            {
                text[random.Next(text.Length)] = "{}[]\",:\\u0nt "[random.Next(13)];
            }

            JsonReader.Read(new string(text)[..random.Next(text.Length + 1)]);
        }
    }

    [Fact]
    public void WritesTextThatOthersReadBack()
    {
        var random = new Random(3);
        for (var i = 0; i < 2_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(8)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 0x80 : 0xd800))]) + "\U0001F600";
            var builder = new StringBuilder();
            new JsonWriter(builder).Text(text);
            var json = builder.ToString();
            Assert.Equal(text, JsonSerializer.Deserialize<string>(json));
            Assert.Equal(text, Assert.IsType<JsonScalar>(JsonReader.Read(json)).Value);
            Assert.DoesNotContain("\"\"\"", $"[{json},{json}]", StringComparison.Ordinal);
        }
    }

    private static void AssertEqual(JsonElement expected, JsonValue? actual)
    {
        switch (actual)
        {
            case JsonObject value:
                Assert.Equal(expected.EnumerateObject().Select(static member => member.Name), value.Members.Keys);
                Assert.All(expected.EnumerateObject(), member => AssertEqual(member.Value, value.Member(member.Name)));
                break;
            case JsonList list:
                Assert.Equal(expected.GetArrayLength(), list.Items.Count);
                Assert.All(expected.EnumerateArray().Zip(list.Items), static pair => AssertEqual(pair.First, pair.Second));
                break;
            case JsonScalar scalar:
                Assert.Equal(
                    expected.ValueKind switch
                    {
                        JsonValueKind.String => expected.GetString(),
                        JsonValueKind.Number => expected.GetDouble(),
                        JsonValueKind.True => true,
                        JsonValueKind.False => false,
                        _ => (object?)null,
                    },
                    scalar.Value);
                break;
            default:
                Assert.Fail("The text was not read.");
                break;
        }
    }
}
