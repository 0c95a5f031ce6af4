using TypedMetrics.Exposition;

namespace TypedMetrics.Runtime.Tests.Exposition;

public sealed class BytesTests
{
    [Fact]
    public void CopiesTextsOfAnyLengthAndNothingElse()
    {
        var text = Enumerable.Range(1, 200).Select(i => (byte)i).ToArray();
        for (var length = 0; length <= text.Length; length++)
        {
            foreach (var spare in (int[])[0, 1, 40])
            {
                var room = new byte[length + spare];
                Assert.Equal(length, Bytes.Copy(text.AsSpan(0, length), room));
                Assert.Equal(text[..length], room[..length]);
                Assert.All(room[length..], value => Assert.Equal(0, value));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(15)]
    [InlineData(31)]
    [InlineData(100)]
    public void RefusesARoomThatIsTooShort(int length) =>
        Assert.Throws<ArgumentException>(() => Bytes.Copy(new byte[length], new byte[length - 1]));
}
