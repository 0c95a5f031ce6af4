using System.Buffers;
using TypedMetrics.Exposition;

namespace TypedMetrics.Runtime.Tests.Exposition;

public sealed class OutputBlockTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WritesIntoArraysAndIntoOtherMemory(bool isNative)
    {
        var output = new Output(isNative);
        var block = new OutputBlock(output);
        var expected = new List<byte>();
        for (var i = 0; i < 300; i++)
        {
            var bytes = Enumerable.Repeat((byte)i, i * 7 % 6_000).ToArray();
            block.Write(bytes);
            expected.AddRange(bytes);
            Assert.Equal(expected.Count, block.Written);
        }

        block.Commit();
        Assert.Equal(expected, output.Taken);
        Assert.Equal(expected.Count, block.Written);
        block.Restart();
        Assert.Equal(0, block.Written);
        block.Write([1, 2]);
        Assert.Equal(2, block.Written);
        block.Commit();
        Assert.Equal([.. expected, 1, 2], output.Taken);
    }

    /// <summary>Gives out memory that is an array, or memory that is none.</summary>
    private sealed class Output(bool isNative) : IBufferWriter<byte>
    {
        private Memory<byte> _given;

        public List<byte> Taken { get; } = [];

        public void Advance(int count) => Taken.AddRange(_given.Span[..count]);

        public Memory<byte> GetMemory(int sizeHint = 0) =>
            _given = isNative ? new NoArray(Math.Max(sizeHint, 16)).Memory : new byte[Math.Max(sizeHint, 16)];

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }

    private sealed class NoArray(int size) : MemoryManager<byte>
    {
        private readonly byte[] _bytes = new byte[size];

        public override Span<byte> GetSpan() => _bytes;

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
