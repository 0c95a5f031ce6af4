using System.Buffers;

namespace TypedMetrics.Exposition;

/// <summary>
/// The piece of an <see cref="IBufferWriter{T}"/> that is being filled. A writer asks it for the room of a line and tells
/// how much the line took, so that the output itself is asked once per piece and not once per line.
/// </summary>
internal struct OutputBlock(IBufferWriter<byte> output)
{
    // What a pool of small blocks (a web server's, say) gives out, so that its memory is used.
    private const int PieceSize = 4096;

    private Memory<byte> _piece;
    private int _filled;

    /// <summary>The bytes written since <see cref="Restart"/>.</summary>
    public int Written { get; private set; }

    /// <summary>Room for at least so many bytes, valid until the next call.</summary>
    public Span<byte> Reserve(int bytes)
    {
        if (_piece.Length - _filled < bytes)
        {
            Commit();
            _piece = output.GetMemory(Math.Max(bytes, PieceSize));
        }

        return _piece.Span[_filled..];
    }

    /// <summary>Takes so many bytes of the room as written.</summary>
    public void Advance(int bytes)
    {
        _filled += bytes;
        Written += bytes;
    }

    /// <summary>Copies bytes of any length.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Advance(bytes.Length);
    }

    /// <summary>Hands everything written to the output.</summary>
    public void Commit()
    {
        if (_filled > 0)
        {
            output.Advance(_filled);
        }

        _filled = 0;
        _piece = default;
    }

    /// <summary>Counts <see cref="Written"/> from zero again.</summary>
    public void Restart() => Written = 0;
}
