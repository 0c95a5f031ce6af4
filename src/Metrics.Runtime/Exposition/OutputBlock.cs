using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedMetrics.Exposition;

/// <summary>
/// The piece of an <see cref="IBufferWriter{T}"/> that is being filled. A writer asks it for the room of a line and tells
/// how much the line took, so that the output itself is asked once per piece and not once per line.
/// </summary>
internal struct OutputBlock(IBufferWriter<byte> output)
{
    // What a pool of small blocks (a web server's, say) gives out, so that its memory is used.
    private const int PieceSize = 4096;

    private byte[] _piece = [];
    private int _start;
    private int _position;
    private int _end;
    private bool _isCopied;
    private int _committed;

    /// <summary>The bytes written since <see cref="Restart"/>.</summary>
    public readonly int Written => _committed + _position - _start;

    /// <summary>Room for at least so many bytes, valid until the next call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Reserve(int bytes)
    {
        if (_end - _position < bytes)
        {
            Next(bytes);
        }

        return new Span<byte>(_piece, _position, _end - _position);
    }

    /// <summary>Takes so many bytes of the room as written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(int bytes) => _position += bytes;

    /// <summary>Copies bytes of any length.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Advance(bytes.Length);
    }

    /// <summary>Hands everything written to the output.</summary>
    public void Commit()
    {
        var written = _position - _start;
        if (written > 0)
        {
            if (_isCopied)
            {
                output.Write(_piece.AsSpan(_start, written));
            }
            else
            {
                output.Advance(written);
            }

            _committed += written;
        }

        // The output may give the rest to somebody else.
        _start = _position = _end = 0;
    }

    /// <summary>Counts <see cref="Written"/> from zero again.</summary>
    public void Restart() => _committed = _start - _position;

    // An array is reached in fewer steps than a memory; a piece that is none, which is rare, gets one of ours in its place.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Next(int bytes)
    {
        Commit();
        var size = Math.Max(bytes, PieceSize);
        if (MemoryMarshal.TryGetArray<byte>(output.GetMemory(size), out var segment))
        {
            (_piece, _start, _end, _isCopied) = (segment.Array!, segment.Offset, segment.Offset + segment.Count, false);
        }
        else
        {
            _piece = _isCopied && _piece.Length >= size ? _piece : new byte[size];
            (_start, _end, _isCopied) = (0, _piece.Length, true);
        }

        _position = _start;
    }
}
