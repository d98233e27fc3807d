using System.Diagnostics;
using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Booking;

/// <content>The hold table: slots, the list by expiry, the free list.</content>
public sealed partial class SeatMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private HoldToken Insert(SeatMapLayout map, in HoldRequest request, ulong packedSeats)
    {
        ushort slot = TakeSlot(map);
        ref PackedHold hold = ref map.Slot(slot);
        ulong generation = ++map.Header.Generation;
        hold.Set(in request, packedSeats, generation);
        Link(map, slot, ref hold, request.ExpiryMs);
        return new HoldToken(generation, slot);
    }

    private HoldToken InsertSlow(in HoldRequest request)
    {
        SeatMapLayout map = Layout;
        ushort slot = TakeSlot(map);
        var token = new HoldToken(++map.Header.Generation, slot);
        Store(token, in request);
        Link(map, slot, ref map.Slot(slot), request.ExpiryMs);
        return token;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ushort TakeSlot(SeatMapLayout map)
    {
        ref SeatMapHeader header = ref map.Header;
        ushort slot = header.FreeHead;
        if (slot == Nil) slot = header.SlotCount++;
        else header.FreeHead = map.Slot(slot).Next;
        Debug.Assert(map.Slot(slot).IsFree && slot < header.Capacity, "There is room, and a free slot holds nothing.");
        header.HoldCount++;
        header.Version++;
        return slot;
    }

    // Fills the slot a token names, or the one beside it.
    private void Store(HoldToken token, in HoldRequest request)
    {
        ref PackedHold hold = ref SlotAt(token.Slot);
        if (PackedHold.Fits(in request, token.Generation))
        {
            hold.Set(in request, PackedHold.Pack(request.Seats.Span), token.Generation);
            return;
        }

        StoreWide(ref hold, new HoldRecord
        {
            Token = token,
            Owner = request.Owner,
            AmountCents = request.AmountCents,
            ExpiryMs = request.ExpiryMs,
            Area = request.Places == 0 ? (byte)0 : request.Area,
            Places = request.Places,
            Kind = request.Kind,
            Seats = request.Seats,
        });
    }

    private void StoreWide(ref PackedHold hold, in HoldRecord record)
    {
        if (_wide.Length < Header.Capacity) Array.Resize(ref _wide, Header.Capacity);
        _wide[record.Token.Slot] = record;
        hold.SetWide();
    }

    // Room for at least so many slots, by doubling.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int capacity)
    {
        Debug.Assert(capacity <= Header.MaxHolds, "A full table is refused before.");
        int size = Header.Capacity;
        while (size < capacity) size = (int)Math.Min(Header.MaxHolds, 2L * size);
        if (size == Header.Capacity) return;
        var block = new PinnedBlock(SeatMapLayout.SizeBytes(WordCount, size));
        _block.Bytes.CopyTo(block.Bytes);
        _block = block;
        Header.Capacity = (ushort)size;
    }

    private void Remove(int slot, ref PackedHold hold)
    {
        SeatMapLayout map = Layout;
        Unlink(map, slot, ref hold);
        FreeSlot(map, slot, ref hold);
        map.Header.Version++;
    }

    private static void FreeSlot(SeatMapLayout map, int slot, ref PackedHold hold)
    {
        ref SeatMapHeader header = ref map.Header;
        Debug.Assert(!hold.IsFree, "A live hold's slot is not free.");
        hold.Free(header.FreeHead);
        header.FreeHead = (ushort)slot;
        header.HoldCount--;
    }

    // Gives a hold's seats and places back.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FreeContent(SeatMapLayout map, int slot, ref PackedHold hold)
    {
        if (hold.IsWide)
        {
            FreeWideContent(in _wide[slot]);
            return;
        }

        ulong seats = hold.Seats;
        int count = hold.SeatCount;
        for (int i = 0; i < count; i++)
        {
            int seat = PackedHold.FirstSeat(seats);
            map.FreeWord(seat >> 6) |= 1UL << seat;
            seats = PackedHold.NextSeats(seats);
        }

        map.Header.FreeCount += count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FreeWideContent(in HoldRecord record)
    {
        foreach (ushort seat in record.Seats.Span) FreeWord(seat >> 6) |= 1UL << seat;
        Header.FreeCount += record.Seats.Count;
        if (record.Places == 0) return;
        ref AreaCounts area = ref _areas[record.Area];
        Debug.Assert(area.Held >= record.Places, "Held places are in holds.");
        area = area with { Held = area.Held - record.Places };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Link(SeatMapLayout map, ushort slot, ref PackedHold hold, long expiryMs)
    {
        ref SeatMapHeader header = ref map.Header;
        if (expiryMs < header.LastExpiryMs)
        {
            LinkSlow(map, slot, expiryMs);
            return;
        }

        ushort tail = header.Tail;
        hold.SetLinks(tail, Nil);
        header.Tail = slot;
        header.LastExpiryMs = expiryMs;
        if (tail != Nil)
        {
            map.Slot(tail).Next = slot;
            return;
        }

        header.Head = slot;
        header.NextExpiryMs = expiryMs;
    }

    // Walks back from the tail past every hold that lapses later. Equal expiries stay in the order they came.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LinkSlow(SeatMapLayout map, ushort slot, long expiryMs)
    {
        ref SeatMapHeader header = ref map.Header;
        ushort next = header.Tail;
        ushort prev = map.Slot(next).Prev;
        while (prev != Nil && ExpiryOf(map, prev) > expiryMs)
        {
            next = prev;
            prev = map.Slot(next).Prev;
        }

        map.Slot(slot).Prev = prev;
        map.Slot(slot).Next = next;
        map.Slot(next).Prev = slot;
        if (prev != Nil)
        {
            map.Slot(prev).Next = slot;
            return;
        }

        header.Head = slot;
        header.NextExpiryMs = expiryMs;
    }

    private void Unlink(SeatMapLayout map, int slot, ref PackedHold hold)
    {
        ref SeatMapHeader header = ref map.Header;
        ushort prev = hold.Prev;
        ushort next = hold.Next;
        Debug.Assert(prev != Nil || header.Head == slot, "Only the head has none before it.");
        if (prev == Nil)
        {
            header.Head = next;
            header.NextExpiryMs = next == Nil ? long.MaxValue : ExpiryOf(map, next);
        }
        else
        {
            map.Slot(prev).Next = next;
        }

        if (next == Nil)
        {
            header.Tail = prev;
            header.LastExpiryMs = prev == Nil ? long.MinValue : ExpiryOf(map, prev);
        }
        else
        {
            map.Slot(next).Prev = prev;
        }
    }

    // The steps of SeatMapBatch.Touch: each needs only what the step before has fetched, so that the waits of all maps
    // overlap.
    internal void FetchFront() => Layout.FetchFront();

    internal void FetchEnds()
    {
        SeatMapLayout map = Layout;
        if (map.Header.Head == Nil) return;
        map.FetchSlot(map.Header.Head);
        map.FetchSlot(map.Header.Tail);
    }

    internal void FetchSuccessor()
    {
        SeatMapLayout map = Layout;
        if (map.Header.Head == Nil) return;
        ushort next = map.Slot(map.Header.Head).Next;
        if (next != Nil) map.FetchSlot(next);
    }

    private long ExpiryOf(int slot) => ExpiryOf(Layout, slot);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long ExpiryOf(SeatMapLayout map, int slot)
    {
        ref PackedHold hold = ref map.Slot(slot);
        return hold.IsWide ? _wide[slot].ExpiryMs : hold.ExpiryMs;
    }

    // The hold in a slot that is not free.
    private HoldRecord RecordOf(int slot)
    {
        ref PackedHold hold = ref SlotAt(slot);
        if (hold.IsWide) return _wide[slot];
        Span<ushort> seats = stackalloc ushort[PackedHold.MaxSeats];
        ulong packed = hold.Seats;
        for (int i = 0; i < seats.Length; i++)
        {
            seats[i] = (ushort)PackedHold.FirstSeat(packed);
            packed = PackedHold.NextSeats(packed);
        }

        return new HoldRecord
        {
            Token = new HoldToken(hold.Generation, slot),
            Owner = hold.Owner,
            AmountCents = hold.AmountCents,
            ExpiryMs = hold.ExpiryMs,
            Kind = hold.Kind,
            Seats = new SeatList(seats[..hold.SeatCount]),
        };
    }

    // The slot of a live hold, or -1.
    private int SlotOf(HoldToken token)
    {
        int slot = token.Slot;
        if (token.IsNone || slot >= Header.SlotCount) return -1;
        ref PackedHold hold = ref SlotAt(slot);
        if (hold.IsWide) return _wide[slot].Token == token ? slot : -1;
        return !hold.IsFree && hold.Generation == token.Generation ? slot : -1;
    }
}
