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
        for (int w = 0; w < WordCount; w++)
        {
            ulong free = FreeWord(w), sold = Word(1, w), blocked = Word(2, w);
            ulong all = w == WordCount - 1 && SeatCount % 64 != 0 ? (1UL << (SeatCount % 64)) - 1 : ulong.MaxValue;
            if ((free & sold) != 0 || ((free | sold) & blocked) != 0) return false;
            if (((free | sold | blocked) & ~all) != 0) return false;
        }

        return true;
    }

    private bool HeldSeatsAreInOneHold()
    {
        Span<ulong> held = stackalloc ulong[WordCount];
        held.Clear();
        int total = 0;
        for (int slot = 0; slot < Header.SlotCount; slot++)
        {
            if (SlotAt(slot).IsFree) continue;
            foreach (ushort seat in RecordOf(slot).Seats.Span)
            {
                if (seat >= SeatCount || StatusOf(seat) != SeatStatus.Held) return false;
                held[seat >> 6] |= 1UL << seat;
                total++;
            }
        }

        int distinct = 0;
        foreach (ulong word in held) distinct += BitOperations.PopCount(word);
        return distinct == total && total == SeatCount - CountBits(0) - CountBits(1) - CountBits(2);
    }

    private bool CountersEqualBits() =>
        FreeCount == CountBits(0) && SoldCount == CountBits(1) && BlockedCount == CountBits(2);

    private bool ListIsSorted()
    {
        int count = 0;
        ushort prev = Nil;
        long expiry = long.MinValue;
        for (ushort slot = Header.Head; slot != Nil; slot = SlotAt(slot).Next)
        {
            ref PackedHold hold = ref SlotAt(slot);
            if (hold.IsFree || hold.Prev != prev || ExpiryOf(slot) < expiry) return false;
            if (++count > HoldCount) return false;
            prev = slot;
            expiry = ExpiryOf(slot);
        }

        long first = Header.Head == Nil ? long.MaxValue : ExpiryOf(Header.Head);
        return count == HoldCount && Header.Tail == prev && NextExpiryMs == first && Header.LastExpiryMs == expiry;
    }

    private bool FreeListIsTheRest()
    {
        int count = 0;
        for (ushort slot = Header.FreeHead; slot != Nil; slot = SlotAt(slot).Next)
        {
            if (!SlotAt(slot).IsFree || ++count > Header.SlotCount) return false;
        }

        return count == Header.SlotCount - HoldCount && Header.SlotCount <= Header.Capacity &&
            Header.Capacity <= Header.MaxHolds;
    }

    private bool TokensNameTheirSlots()
    {
        for (int slot = 0; slot < Header.SlotCount; slot++)
        {
            if (SlotAt(slot).IsFree) continue;
            HoldToken token = RecordOf(slot).Token;
            if (token.Slot != slot || token.Generation == 0 || token.Generation > Header.Generation) return false;
        }

        return true;
    }

    private bool AreasAddUp()
    {
        Span<int> held = stackalloc int[_areas.Length];
        held.Clear();
        foreach (HoldRecord hold in Holds())
        {
            if (hold.Places == 0) continue;
            if (hold.Area >= _areas.Length) return false;
            held[hold.Area] += hold.Places;
        }

        for (int i = 0; i < held.Length; i++)
        {
            if (_areas[i].Held != held[i] || _areas[i].Sold < 0 || _areas[i].Blocked < 0) return false;
            if (_areas[i].Free < 0) return false;
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
