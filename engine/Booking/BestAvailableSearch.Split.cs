using System.Numerics;

namespace Catalog.Engine.Booking;

/// <content>The fourth rung: two groups.</content>
internal ref partial struct BestAvailableSearch
{
    /// <summary>Two groups in the same or neighbouring rows, as equal as can be.</summary>
    public bool Split(out SeatList seats)
    {
        for (int larger = (_count + 1) / 2; larger < _count; larger++)
        {
            Reset();
            int last = LastDistance();
            for (int distance = 0; distance <= last && RowCost(distance) <= _bestCost; distance++)
            {
                SplitFromRow(_focalRow - distance, larger);
                if (distance != 0) SplitFromRow(_focalRow + distance, larger);
            }

            if (_bestSeat < 0) continue;
            seats = Group(_bestSeat, larger, _bestSecond, _count - larger);
            return true;
        }

        seats = default;
        return false;
    }

    // Every place in the row for the larger group, and for each the nearest place for the other.
    private void SplitFromRow(int rowIndex, int larger)
    {
        if ((uint)rowIndex >= (uint)_plan.RowCount) return;
        SeatRow row = _plan.Row(rowIndex);
        for (int b = row.FirstBlock; b < row.FirstBlock + row.BlockCount; b++)
        {
            SeatBlock block = _plan.Block(b);
            for (ulong starts = Runs(Usable(b, true), larger); starts != 0; starts &= starts - 1)
            {
                int start = BitOperations.TrailingZeroCount(starts);
                if (Cost(block, start, larger) > _bestCost) continue;
                int accessible = _accessible - CountIn(_plan.AccessibleBits(b), start, larger);
                if (accessible >= 0) SecondGroup(b, start, larger, accessible);
            }
        }
    }

    private void SecondGroup(int firstBlock, int firstStart, int larger, int accessible)
    {
        SeatBlock first = _plan.Block(firstBlock);
        int from = Math.Max(first.Row - 1, 0);
        int to = Math.Min(first.Row + 1, _plan.RowCount - 1);
        int x = Centre(first, firstStart, larger);
        int smaller = _count - larger;
        long cost = Cost(first, firstStart, larger);
        for (int r = from; r <= to; r++)
        {
            SeatRow row = _plan.Row(r);
            for (int b = row.FirstBlock; b < row.FirstBlock + row.BlockCount; b++)
            {
                ulong usable = Usable(b, true);
                if (b == firstBlock) usable &= ~(((1UL << larger) - 1) << firstStart);
                ulong starts = WithExactly(accessible, b, Runs(usable, smaller), smaller);
                if (starts == 0) continue;
                SeatBlock block = _plan.Block(b);
                int start = NearestBit(starts, block, smaller, x);
                long apart = RowCost(block.Row - first.Row) + Square(Centre(block, start, smaller) - x);
                Offer(cost + apart, first.FirstSeat + firstStart, block.FirstSeat + start);
            }
        }
    }

    private readonly ulong WithExactly(int accessible, int b, ulong starts, int count)
    {
        if (_accessible == 0) return starts;
        ulong kept = 0;
        for (; starts != 0; starts &= starts - 1)
        {
            int start = BitOperations.TrailingZeroCount(starts);
            if (CountIn(_plan.AccessibleBits(b), start, count) == accessible) kept |= 1UL << start;
        }

        return kept;
    }
}
