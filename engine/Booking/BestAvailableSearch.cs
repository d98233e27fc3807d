using System.Numerics;

namespace Catalog.Engine.Booking;

/// <summary>
/// One search of <see cref="BestAvailable"/>. Positions are in quarter seats here, so that the centre of any group is
/// a whole number. Not readonly: it carries the best answer so far.
/// </summary>
// mutable: it collects what it finds.
internal ref partial struct BestAvailableSearch
{
    private const int RowPitch = 2 * SeatPlan.RowPitch;

    private readonly SeatPlan _plan;
    private readonly SeatMap _map;
    private readonly ulong _zones;
    private readonly int _count;
    private readonly int _accessible;
    private int _focalRow;
    private int _focalX;
    private long _bestCost;
    private int _bestSeat;
    private int _bestSecond;

    public BestAvailableSearch(in BestAvailableRequest request, SeatPlan plan, SeatMap map, ulong zones)
    {
        _plan = plan;
        _map = map;
        _zones = zones;
        _count = request.Count;
        _accessible = request.AccessibleCount;
        _focalRow = request.FocalRow ?? plan.FocalRow;
        _focalX = 2 * (request.FocalX ?? plan.FocalX);
    }

    /// <summary>The first three rungs: one group in one block.</summary>
    public bool Together(bool companions, bool orphans, out SeatList seats)
    {
        Reset();
        int last = LastDistance();
        for (int distance = 0; distance <= last && RowCost(distance) <= _bestCost; distance++)
        {
            TogetherInRow(_focalRow - distance, companions, orphans);
            if (distance != 0) TogetherInRow(_focalRow + distance, companions, orphans);
        }

        seats = _bestSeat < 0 ? default : Group(_bestSeat, _count, -1, 0);
        return _bestSeat >= 0;
    }

    /// <summary>The last rung: the nearest seats one by one.</summary>
    public bool Singles(out SeatList seats)
    {
        Span<ushort> chosen = stackalloc ushort[_count];
        seats = default;
        if (Nearest(chosen[.._accessible], true) < _accessible) return false;
        if (_accessible > 0)
        {
            _focalRow = _plan.RowOf(chosen[0]);
            _focalX = 2 * _plan.XOf(chosen[0]);
        }

        if (Nearest(chosen[_accessible..], false) < _count - _accessible) return false;
        seats = new SeatList(chosen);
        return true;
    }

    private void TogetherInRow(int rowIndex, bool companions, bool orphans)
    {
        if ((uint)rowIndex >= (uint)_plan.RowCount) return;
        SeatRow row = _plan.Row(rowIndex);
        for (int b = row.FirstBlock; b < row.FirstBlock + row.BlockCount; b++)
        {
            ulong starts = Runs(Usable(b, companions), _count);
            if (starts == 0) continue;
            if (!orphans) starts &= ~Orphaning(b, _count);
            starts = WithExactly(_accessible, b, starts, _count);
            if (starts == 0) continue;
            SeatBlock block = _plan.Block(b);
            int start = NearestBit(starts, block, _count, _focalX);
            Offer(Cost(block, start, _count), block.FirstSeat + start, -1);
        }
    }

    // Fills `chosen` with the nearest usable seats, nearest first; how many there are.
    private readonly int Nearest(Span<ushort> chosen, bool accessible)
    {
        Span<long> costs = stackalloc long[SeatList.MaxCount];
        int found = 0;
        int last = chosen.IsEmpty ? -1 : LastDistance();
        for (int distance = 0; distance <= last; distance++)
        {
            if (found == chosen.Length && RowCost(distance) > costs[found - 1]) break;
            for (int side = distance == 0 ? 1 : -1; side <= 1; side += 2)
            {
                int rowIndex = _focalRow + (side * distance);
                if ((uint)rowIndex >= (uint)_plan.RowCount) continue;
                SeatRow row = _plan.Row(rowIndex);
                for (int b = row.FirstBlock; b < row.FirstBlock + row.BlockCount; b++)
                {
                    found = NearestInBlock(b, accessible, chosen, costs, found);
                }
            }
        }

        return found;
    }

    private readonly int NearestInBlock(int b, bool accessible, Span<ushort> chosen, Span<long> costs, int found)
    {
        SeatBlock block = _plan.Block(b);
        ulong bits = Usable(b, true);
        bits &= accessible ? _plan.AccessibleBits(b) : ~_plan.AccessibleBits(b);
        for (; bits != 0; bits &= bits - 1)
        {
            int offset = BitOperations.TrailingZeroCount(bits);
            long cost = Cost(block, offset, 1);
            ushort seat = (ushort)(block.FirstSeat + offset);
            int at = found;
            while (at > 0 && (cost, seat).CompareTo((costs[at - 1], chosen[at - 1])) < 0) at--;
            if (at == chosen.Length) continue;
            int moved = Math.Min(found, chosen.Length - 1) - at;
            chosen.Slice(at, moved).CopyTo(chosen[(at + 1)..]);
            costs.Slice(at, moved).CopyTo(costs[(at + 1)..]);
            (chosen[at], costs[at]) = (seat, cost);
            found = Math.Min(found + 1, chosen.Length);
        }

        return found;
    }

    // The block's seats that this party may have.
    private readonly ulong Usable(int b, bool companions)
    {
        ulong zones = _plan.ZonesOfBlock(b);
        if ((zones & _zones) == 0) return 0;
        SeatBlock block = _plan.Block(b);
        ulong bits = _map.FreeBits(block.FirstSeat, block.Count);
        if (bits == 0) return 0;
        if (_accessible == 0) bits &= ~_plan.AccessibleBits(b);
        if (_accessible == 0 && !companions) bits &= ~_plan.CompanionBits(b);
        return (zones & ~_zones) == 0 ? bits : bits & _plan.BitsInZones(b, _zones);
    }

    // Where a group of `count` would leave a free standard seat next to it whose other neighbour is none.
    private readonly ulong Orphaning(int b, int count)
    {
        SeatBlock block = _plan.Block(b);
        ulong free = _map.FreeBits(block.FirstSeat, block.Count);
        free &= ~(_plan.AccessibleBits(b) | _plan.CompanionBits(b));
        return ((free << 1) & ~(free << 2)) | ((free >> count) & ~(free >> (count + 1)));
    }

    private void Reset()
    {
        _bestCost = long.MaxValue;
        _bestSeat = -1;
        _bestSecond = -1;
    }

    private void Offer(long cost, int seat, int second)
    {
        if ((cost, seat, second).CompareTo((_bestCost, _bestSeat, _bestSecond)) >= 0) return;
        _bestCost = cost;
        _bestSeat = seat;
        _bestSecond = second;
    }

    private readonly long Cost(SeatBlock block, int start, int count) =>
        RowCost(block.Row - _focalRow) + Square(Centre(block, start, count) - _focalX);

    private readonly int LastDistance() => Math.Max(_focalRow, _plan.RowCount - 1 - _focalRow);

    private static long RowCost(int rows) => Square(RowPitch * rows);

    private static long Square(long distance) => distance * distance;

    private static int Centre(SeatBlock block, int start, int count) => (2 * block.X) + (4 * start) + (2 * (count - 1));

    private static int CountIn(ulong bits, int start, int count) =>
        BitOperations.PopCount((bits >> start) & ((1UL << count) - 1));

    // The starts of runs of at least `count` set bits.
    private static ulong Runs(ulong bits, int count)
    {
        ulong starts = bits;
        for (int i = 1; i < count; i++) starts &= bits >> i;
        return starts;
    }

    // The start whose group's centre is nearest to x, the left one of two.
    private static int NearestBit(ulong starts, SeatBlock block, int count, int x)
    {
        int ideal = Math.Clamp((x - Centre(block, 0, count)) >> 2, -1, 63);
        ulong left = ideal < 0 ? 0 : starts & (ulong.MaxValue >> (63 - ideal));
        ulong right = starts & ~left;
        if (left == 0) return BitOperations.TrailingZeroCount(right);
        int before = 63 - BitOperations.LeadingZeroCount(left);
        if (right == 0) return before;
        int after = BitOperations.TrailingZeroCount(right);
        return x - Centre(block, before, count) <= Centre(block, after, count) - x ? before : after;
    }

    private static SeatList Group(int first, int count, int second, int secondCount)
    {
        Span<ushort> seats = stackalloc ushort[count + secondCount];
        for (int i = 0; i < count; i++) seats[i] = (ushort)(first + i);
        for (int i = 0; i < secondCount; i++) seats[count + i] = (ushort)(second + i);
        return new SeatList(seats);
    }
}
