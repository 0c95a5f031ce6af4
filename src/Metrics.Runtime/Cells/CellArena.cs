namespace TypedMetrics.Cells;

/// <summary>
/// Where the cells of one family lie: pinned arrays, cut into blocks that begin on a cache line. A cell stays where it is
/// and is given to another series only by <see cref="Free"/>, long after its own has gone, so that a thread which is about to
/// add to it cannot do harm. Not thread-safe: the family's lock is held.
/// </summary>
/// <param name="blockSize">The bytes of a block, a multiple of a cache line.</param>
/// <param name="cellSize">The bytes from one cell of a block to the next.</param>
/// <param name="cellsPerBlock">How many cells share a block.</param>
internal sealed class CellArena(int blockSize, int cellSize, int cellsPerBlock)
{
    private const int LargestChunk = 64;
    private readonly List<long[]> _chunks = [];
    private readonly Stack<nint> _free = new();
    private nint _block;
    private int _blocksLeft;
    private int _blocksNext = 1;
    private int _cellsLeft;

    /// <summary>Makes room for that many cells at once, where they are known to come.</summary>
    public void Expect(int cells) => _blocksNext = Math.Max(1, (cells + cellsPerBlock - 1) / cellsPerBlock);

    /// <summary>Takes back a cell, as clean as a new one to whoever allocates it.</summary>
    public void Free(nint cell) => _free.Push(cell);

    /// <summary>The address of a cell: a new one, all zero, or one that was given back.</summary>
    public nint Allocate()
    {
        if (_free.TryPop(out var cell))
        {
            return cell;
        }

        if (_cellsLeft == 0)
        {
            NextBlock();
        }

        return _block + (cellSize * (cellsPerBlock - _cellsLeft--));
    }

    private void NextBlock()
    {
        if (_blocksLeft == 0)
        {
            var chunk = GC.AllocateArray<long>(((_blocksNext * blockSize) + Stripes.LineSize) / sizeof(long), pinned: true);
            _chunks.Add(chunk);
            _blocksLeft = _blocksNext;
            _blocksNext = Math.Min(_blocksNext * 2, Math.Max(LargestChunk, _blocksNext));
            _block = PinnedMemory.Align(chunk);
        }
        else
        {
            _block += blockSize;
        }

        _blocksLeft--;
        _cellsLeft = cellsPerBlock;
    }
}
