using System.Runtime.CompilerServices;
using TypedMetrics.Cells;
using TypedMetrics.Families;

namespace TypedMetrics.CompilerServices;

public sealed partial class CounterFamily
{
    /// <summary>
    /// Goes through the series and gathers runs of them: a whole block of them at a time where they lie in their order, else one.
    /// Passes over those that are not touched.
    /// </summary>
    private ref struct CounterScan
    {
        // How long memory takes, in series.
        private const int StepsAhead = 8;

        private readonly CounterFamily _family;
        private readonly int _lastSize;

        /// <summary>The run; whoever writes it clears it.</summary>
        public CounterRun Run;

        private SeriesWalk<nint> _walk;
        private int _recycled;
        private nint _ahead;
        private nint _block;
        private bool _isRead;
        private CounterBlock _values;
        private CounterBlock _headers;
        private bool _isFirst;
        private long _firstValue;

        public CounterScan(CounterFamily family, SeriesLabels labels, int cursor)
        {
            _family = family;
            _lastSize = family.Labels[^1].Size;
            _walk = family.From(cursor);
            labels.ForgetBefore(Renew());
        }

        /// <summary>Whether the run is to be written before it goes on.</summary>
        public bool IsRunOver { get; private set; }

        /// <summary>Whether the present series is none for a run: it has a fraction, or has changed since its block was read.</summary>
        public bool IsAlone { get; private set; }

        /// <summary>The present series.</summary>
        public readonly int Index => _walk.Index;

        /// <summary>Its cell.</summary>
        public readonly nint Cell => _walk.Cell;

        /// <summary>The first series that has neither been written nor is in the run.</summary>
        public readonly int Next => _isFirst ? Index : Index + 1;

        /// <summary>Takes note of the series that were given back by now.</summary>
        public int Renew() => _recycled = _family.Recycled;

        /// <summary>Takes the next series into the run, or says why not; false at the end.</summary>
        public bool MoveNext()
        {
            if (_isFirst)
            {
                _ = Run.TryAdd(Index, _lastSize, _firstValue);
                _isFirst = false;
            }

            IsAlone = false;
            FetchAhead();
            if (_walk.TryPeek(out var cells, out var indexes)
                && CounterCell.TryReadBlock(cells, out var values)
                && _recycled == _family.Recycled
                && Run.TryAdd(indexes, _lastSize, values))
            {
                _walk.Skip();
                IsRunOver = Run.Count > CounterRun.Longest - CounterCell.PerBlock;
                return true;
            }

            if (!_walk.MoveNext())
            {
                return false;
            }

            TakeOne();
            return true;
        }

        private void TakeOne()
        {
            if (CounterCell.BlockOf(Cell) != _block)
            {
                _block = CounterCell.BlockOf(Cell);
                _isRead = CounterCell.TryReadBlock(_block, out _values, out _headers);
            }

            var slot = (int)(Cell - _block) / CounterCell.Size;
            var header = Volatile.Read(ref CounterCell.Header(Cell));
            IsAlone = !_isRead || header != _headers[slot] || _recycled != _family.Recycled;
            _isFirst = !IsAlone && header != 0 && !Run.TryAdd(Index, _lastSize, _values[slot]);
            _firstValue = _values[slot];
            IsRunOver = IsAlone || _isFirst;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void FetchAhead()
        {
            if (_walk.TryGetAhead(StepsAhead, out var cell) && CounterCell.BlockOf(cell) is var block && block != _ahead)
            {
                _ahead = block;
                CounterCell.Fetch(block);
            }
        }
    }
}
