using System.Numerics;

namespace Catalog.Engine.Booking;

/// <content>The invariants, checked.</content>
public sealed partial class SeatMap
{
    private string? FirstBrokenInvariant()
    {
        if (!BitsAreDisjoint()) return "1. free, sold and blocked are disjoint and within the plan";
        if (!HeldSeatsAreInOneHold()) return "2. held seats are those of the live holds, each in one";
        if (!CountersEqualBits()) return "3. the counters equal the bits";
        if (!ListIsSorted()) return "4. the list runs both ways over the live records by expiry";
        if (!FreeListIsTheRest()) return "5. the free list runs over all other records";
        if (!TokensNameTheirSlots()) return "6. tokens name their slot and a generation that was given";
        if (!AreasAddUp()) return "7. an area's held places are those of its holds and fit with the sold ones";
        return null;
    }

    private bool BitsAreDisjoint()
    {
        for (int w = 0; w < _wordCount; w++)
        {
            ulong free = _words[w], sold = _words[_wordCount + w], blocked = _words[(2 * _wordCount) + w];
            ulong all = w == _wordCount - 1 && _seatCount % 64 != 0 ? (1UL << (_seatCount % 64)) - 1 : ulong.MaxValue;
            if ((free & sold) != 0 || ((free | sold) & blocked) != 0) return false;
            if (((free | sold | blocked) & ~all) != 0) return false;
        }

        return true;
    }

    private bool HeldSeatsAreInOneHold()
    {
        Span<ulong> held = stackalloc ulong[_wordCount];
        held.Clear();
        int total = 0;
        for (int slot = 0; slot < _slotCount; slot++)
        {
            if (_records[slot].Token.IsNone) continue;
            foreach (ushort seat in _records[slot].Seats.Span)
            {
                if (seat >= _seatCount || StatusOf(seat) != SeatStatus.Held) return false;
                held[seat >> 6] |= 1UL << seat;
                total++;
            }
        }

        int distinct = 0;
        foreach (ulong word in held) distinct += BitOperations.PopCount(word);
        return distinct == total && total == _seatCount - CountBits(0) - CountBits(1) - CountBits(2);
    }

    private bool CountersEqualBits() =>
        _freeCount == CountBits(0) && _soldCount == CountBits(1) && _blockedCount == CountBits(2);

    private bool ListIsSorted()
    {
        int count = 0;
        ushort prev = Nil;
        long expiry = long.MinValue;
        for (ushort slot = _head; slot != Nil; slot = _records[slot].Next)
        {
            HoldRecord record = _records[slot];
            if (record.Token.IsNone || record.Prev != prev || record.ExpiryMs < expiry) return false;
            if (++count > _holdCount) return false;
            prev = slot;
            expiry = record.ExpiryMs;
        }

        long first = _head == Nil ? long.MaxValue : _records[_head].ExpiryMs;
        return count == _holdCount && _tail == prev && _nextExpiryMs == first && _lastExpiryMs == expiry;
    }

    private bool FreeListIsTheRest()
    {
        int count = 0;
        for (ushort slot = _freeHead; slot != Nil; slot = _records[slot].Next)
        {
            if (!_records[slot].Token.IsNone || ++count > _slotCount) return false;
        }

        return count == _slotCount - _holdCount && _slotCount <= _maxHolds;
    }

    private bool TokensNameTheirSlots()
    {
        for (int slot = 0; slot < _slotCount; slot++)
        {
            HoldToken token = _records[slot].Token;
            if (token.IsNone) continue;
            if (token.Slot != slot || token.Generation == 0 || token.Generation > _generation) return false;
        }

        return true;
    }

    private bool AreasAddUp()
    {
        Span<int> held = stackalloc int[_areas.Length];
        held.Clear();
        foreach (ref readonly HoldRecord hold in Holds())
        {
            if (hold.Places == 0) continue;
            if (hold.Area >= _areas.Length) return false;
            held[hold.Area] += hold.Places;
        }

        for (int i = 0; i < held.Length; i++)
        {
            if (_areas[i].Held != held[i] || _areas[i].Sold < 0 || _areas[i].Free < 0) return false;
        }

        return true;
    }

    /// <summary>Checks the invariants of the type's documentation, for tests. O(seats + holds).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        string? broken = FirstBrokenInvariant();
        if (broken is not null) throw new InvalidOperationException($"Broken invariant {broken}.");
    }
}
