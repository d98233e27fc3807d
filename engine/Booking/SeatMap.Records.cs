using System.Diagnostics;
using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Booking;

/// <content>The hold table: slots, the list by expiry, the free list.</content>
public sealed partial class SeatMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private HoldToken Insert(ref SeatMapHeader header, in HoldRequest request, ulong packedSeats)
    {
        ushort slot = TakeSlot(ref header);
        ref PackedHold hold = ref SlotAt(slot);
        hold.Set(in request, packedSeats, ++header.Generation);
        Link(ref header, slot, ref hold, request.ExpiryMs);
        return new HoldToken(header.Generation, slot);
    }

    private HoldToken InsertSlow(in HoldRequest request)
    {
        ref SeatMapHeader header = ref Header;
        ushort slot = TakeSlot(ref header);
        var token = new HoldToken(++header.Generation, slot);
        Store(token, in request);
        Link(ref header, slot, ref SlotAt(slot), request.ExpiryMs);
        return token;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ushort TakeSlot(ref SeatMapHeader header)
    {
        ushort slot = header.FreeHead;
        if (slot == Nil) slot = header.SlotCount++;
        else header.FreeHead = SlotAt(slot).Next;
        Debug.Assert(SlotAt(slot).IsFree && slot < header.Capacity, "There is room, and a free slot holds nothing.");
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
        var block = new PinnedBlock(Header.RecordsAt + (size * PackedHold.SizeBytes));
        _block.Bytes.CopyTo(block.Bytes);
        _block = block;
        Header.Capacity = (ushort)size;
    }

    private void Remove(int slot, ref PackedHold hold)
    {
        ref SeatMapHeader header = ref Header;
        Unlink(ref header, slot, ref hold);
        FreeSlot(ref header, slot, ref hold);
        header.Version++;
    }

    private void FreeSlot(ref SeatMapHeader header, int slot, ref PackedHold hold)
    {
        Debug.Assert(!hold.IsFree, "A live hold's slot is not free.");
        hold.Free(header.FreeHead);
        header.FreeHead = (ushort)slot;
        header.HoldCount--;
    }

    // Gives a hold's seats and places back.
    private void FreeContent(int slot, ref PackedHold hold)
    {
        if (hold.IsWide)
        {
            FreeWideContent(in _wide[slot]);
            return;
        }

        ulong seats = hold.Seats;
        for (int left = hold.SeatCount; left > 0; left--)
        {
            int seat = PackedHold.FirstSeat(seats);
            FreeWord(seat >> 6) |= 1UL << seat;
            seats = PackedHold.NextSeats(seats);
        }

        Header.FreeCount += hold.SeatCount;
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
    private void Link(ref SeatMapHeader header, ushort slot, ref PackedHold hold, long expiryMs)
    {
        if (expiryMs < header.LastExpiryMs)
        {
            LinkSlow(ref header, slot, expiryMs);
            return;
        }

        ushort tail = header.Tail;
        hold.Prev = tail;
        hold.Next = Nil;
        header.Tail = slot;
        header.LastExpiryMs = expiryMs;
        if (tail != Nil)
        {
            SlotAt(tail).Next = slot;
            return;
        }

        header.Head = slot;
        header.NextExpiryMs = expiryMs;
    }

    // Walks back from the tail past every hold that lapses later. Equal expiries stay in the order they came.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LinkSlow(ref SeatMapHeader header, ushort slot, long expiryMs)
    {
        ushort next = header.Tail;
        ushort prev = SlotAt(next).Prev;
        while (prev != Nil && ExpiryOf(prev) > expiryMs)
        {
            next = prev;
            prev = SlotAt(next).Prev;
        }

        SlotAt(slot).Prev = prev;
        SlotAt(slot).Next = next;
        SlotAt(next).Prev = slot;
        if (prev != Nil)
        {
            SlotAt(prev).Next = slot;
            return;
        }

        header.Head = slot;
        header.NextExpiryMs = expiryMs;
    }

    private void Unlink(ref SeatMapHeader header, int slot, ref PackedHold hold)
    {
        ushort prev = hold.Prev;
        ushort next = hold.Next;
        Debug.Assert(prev != Nil || header.Head == slot, "Only the head has none before it.");
        if (prev == Nil)
        {
            header.Head = next;
            header.NextExpiryMs = next == Nil ? long.MaxValue : ExpiryOf(next);
        }
        else
        {
            SlotAt(prev).Next = next;
        }

        if (next == Nil)
        {
            header.Tail = prev;
            header.LastExpiryMs = prev == Nil ? long.MinValue : ExpiryOf(prev);
        }
        else
        {
            SlotAt(next).Prev = prev;
        }
    }

    // The steps of SeatMapBatch.Touch: each needs only what the step before has fetched, so that the waits of all maps
    // overlap.
    internal void FetchHeader()
    {
        _block.Prefetch(0);
        for (int at = WordsAt; at < WordsAt + (WordCount * sizeof(ulong)); at += PinnedBlock.LineSizeBytes)
            _block.Prefetch(at);
    }

    internal void FetchEnds()
    {
        ref SeatMapHeader header = ref Header;
        if (header.Head == Nil) return;
        _block.Prefetch(header.RecordsAt + (header.Head * PackedHold.SizeBytes));
        _block.Prefetch(header.RecordsAt + (header.Tail * PackedHold.SizeBytes));
    }

    internal void FetchSuccessor()
    {
        ref SeatMapHeader header = ref Header;
        if (header.Head == Nil) return;
        ushort next = SlotAt(header.Head).Next;
        if (next != Nil) _block.Prefetch(header.RecordsAt + (next * PackedHold.SizeBytes));
    }

    private long ExpiryOf(int slot)
    {
        ref PackedHold hold = ref SlotAt(slot);
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
