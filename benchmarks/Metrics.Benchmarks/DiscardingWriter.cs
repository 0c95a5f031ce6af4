using System.Buffers;

namespace TypedMetrics.Benchmarks;

/// <summary>Takes bytes into one buffer that is used again and again, so that only the writing is measured.</summary>
public sealed class DiscardingWriter : IBufferWriter<byte>
{
    private byte[] _buffer = new byte[64 * 1024];

    public long Written { get; private set; }

    public void Advance(int count) => Written += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint);

    private byte[] Room(int sizeHint)
    {
        if (_buffer.Length < sizeHint)
        {
            _buffer = new byte[sizeHint];
        }

        return _buffer;
    }
}
