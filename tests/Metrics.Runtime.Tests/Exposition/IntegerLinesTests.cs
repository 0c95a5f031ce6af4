using System.Text;
using TypedMetrics.CompilerServices;
using TypedMetrics.Exposition;
using TypedMetrics.Runtime.Tests.Instruments;

namespace TypedMetrics.Runtime.Tests.Exposition;

public sealed class IntegerLinesTests
{
    private static readonly long[] Values =
    [
        0, 1, 9, 10, 42, 99, 100, 999, 1_000, 9_999, 10_000, 99_999, 100_000, 999_999, 1_000_000, 12_345_678, 1L << 40, 1L << 53,
        long.MaxValue, -1, long.MinValue,
    ];

    [Theory]
    [InlineData(5, 4)]
    [InlineData(31, 7)]
    [InlineData(32, 8)]
    [InlineData(33, 16)]
    [InlineData(100, 31)]
    [InlineData(64, 33)]
    [InlineData(7, 200)]
    public void WritesWhatFitsAndTouchesNothingBehindTheRoom(int headLength, int pairLength)
    {
        var head = new LineHead();
        head.Set(Encoding.ASCII.GetBytes(new string('n', headLength)), []);
        byte[][] pairs = [.. Enumerable.Range(0, Values.Length).Select(i => Encoding.ASCII.GetBytes(new string((char)('a' + i), pairLength + (i % 3))))];
        int[] ordinals = [.. Enumerable.Range(0, Values.Length).Reverse()];
        string[] expected = [.. Values.Select((value, i) => $"{new string('n', headLength)}{{{Text(pairs[ordinals[i]])}}} {value}\n")];
        var memory = new byte[expected.Sum(line => line.Length) + (2 * IntegerLines.Overhead) + headLength + pairLength];
        for (var size = 0; size <= memory.Length; size++)
        {
            Array.Fill(memory, (byte)'#');
            var lines = IntegerLines.Write(head, pairs, ordinals, Values, memory.AsSpan(0, size), out var written);

            Assert.Equal(string.Concat(expected[..lines]), Text(memory[..written]));
            Assert.All(memory[size..], value => Assert.Equal((byte)'#', value));
            if (lines < Values.Length)
            {
                // It stops only where the next line could go beyond the room.
                Assert.True(size - written < head.Length + pairs[ordinals[lines]].Length + IntegerLines.Overhead);
            }
        }

        Assert.Equal(Values.Length, IntegerLines.Write(head, pairs, ordinals, Values, memory, out _));
    }

    [Fact]
    public void StopsAtAPairThatIsNotKept()
    {
        var head = new LineHead();
        head.Set("n"u8, []);
        byte[]?[] pairs = ["a=\"1\""u8.ToArray(), null, [], "b=\"2\""u8.ToArray()];
        var room = new byte[4096];
        Assert.Equal(1, IntegerLines.Write(head, pairs, [0, 1, 3], [1, 2, 3], room, out var written));
        Assert.Equal("n{a=\"1\"} 1\n", Text(room[..written]));
        Assert.Equal(0, IntegerLines.Write(head, pairs, [1, 3], [1, 2], room, out written));
        Assert.Equal(0, written);
        Assert.Equal(0, IntegerLines.Write(head, pairs, [2], [1], room, out _));
        Assert.Equal(0, IntegerLines.Write(head, pairs, [4], [1], room, out _));
        Assert.Equal(0, IntegerLines.Write(head, pairs, [-1], [1], room, out _));
        Assert.Equal(0, IntegerLines.Write(head, pairs, [], [], room, out _));
        Assert.Equal(IntegerLines.Most, IntegerLines.Write(head, pairs, new int[100], new long[100], room, out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(100)]
    public void HistogramsOfAnyNumberOfBucketsAreWritten(int bounds)
    {
        var registry = new CollectorRegistry { SelfMetrics = false };
        double[] buckets = [.. Enumerable.Range(1, bounds).Select(i => (double)i)];
        var family = registry.Histogram("sizes_bytes", buckets, LabelDeclaration.Range("shard", 0, 3, nullable: false));
        var count = 0L;
        for (var i = 0; i <= bounds; i++)
        {
            for (var times = 0; times < i * 37 % 1_300; times++)
            {
                family.At(2).Observe(i + 0.5);
                count++;
            }
        }

        var running = 0L;
        string[] expected = [.. buckets.Select((bound, i) => $"sizes_bytes_bucket{{shard=\"2\",le=\"{bound:F1}\"}} {running += i * 37 % 1_300}")];
        Assert.Equal(
            [.. expected, $"sizes_bytes_bucket{{shard=\"2\",le=\"+Inf\"}} {count}", $"sizes_bytes_count{{shard=\"2\"}} {count}"],
            registry.Samples("sizes_bytes").Where(line => line.Contains("shard=\"2\"", StringComparison.Ordinal) && !line.Contains("_sum", StringComparison.Ordinal)));
    }

    private static string Text(byte[] bytes) => Encoding.ASCII.GetString(bytes);
}
