using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Catalog.Engine.Booking;

/// <content>The hold table: slots, the list by expiry, the free list.</content>
public sealed partial class SeatMap
{
    private HoldToken Insert(in HoldRequest request)
    {
        ushort slot = _freeHead;
        if (slot == Nil) slot = NewSlot();
        else _freeHead = _records[slot].Next;
        ref HoldRecord record = ref _records[slot];
        Debug.Assert(record.Token.IsNone, "A free record has no token.");
        var token = new HoldToken(++_generation, slot);
        record.Token = token;
        record.Owner = request.Owner;
        record.AmountCents = request.AmountCents;
        record.ExpiryMs = request.ExpiryMs;
        record.Area = request.Places == 0 ? (byte)0 : request.Area;
        record.Places = request.Places;
        record.Kind = request.Kind;
        record.Seats = request.Seats;
        Link(slot, ref record);
        _holdCount++;
        _version++;
        return token;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ushort NewSlot()
    {
        Debug.Assert(_slotCount < _maxHolds, "A full table is refused before.");
        if (_slotCount == _records.Length)
        {
            Array.Resize(ref _records, (int)Math.Min(_maxHolds, 2L * _records.Length));
        }

        return (ushort)_slotCount++;
    }

    private void Remove(int slot, ref HoldRecord record)
    {
        Unlink(in record);
        FreeSlot(slot, ref record);
        _version++;
    }

    private void FreeSlot(int slot, ref HoldRecord record)
    {
        Debug.Assert(!record.Token.IsNone, "A live record has a token.");
        record.Token = HoldToken.None;
        record.Next = _freeHead;
        _freeHead = (ushort)slot;
        _holdCount--;
    }

    // Gives a hold's seats and places back.
    private void FreeContent(in HoldRecord record)
    {
        PutBack(record.Seats.Span);
        _freeCount += record.Seats.Count;
        if (record.Places != 0) FreePlaces(in record);
    }

    private void FreePlaces(in HoldRecord record)
    {
        ref AreaCounts area = ref _areas[record.Area];
        Debug.Assert(area.Held >= record.Places, "Held places are in holds.");
        area = area with { Held = area.Held - record.Places };
    }

    private void Link(ushort slot, ref HoldRecord record)
    {
        if (record.ExpiryMs < _lastExpiryMs)
        {
            LinkSlow(slot, ref record);
            return;
        }

        record.Prev = _tail;
        record.Next = Nil;
        if (_tail != Nil)
        {
            _records[_tail].Next = slot;
        }
        else
        {
            _head = slot;
            _nextExpiryMs = record.ExpiryMs;
        }

        _tail = slot;
        _lastExpiryMs = record.ExpiryMs;
    }

    // Walks back from the tail past every hold that lapses later. Equal expiries stay in the order they came.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LinkSlow(ushort slot, ref HoldRecord record)
    {
        ushort next = _tail;
        ushort prev = _records[next].Prev;
        while (prev != Nil && _records[prev].ExpiryMs > record.ExpiryMs)
        {
            next = prev;
            prev = _records[next].Prev;
        }

        record.Prev = prev;
        record.Next = next;
        _records[next].Prev = slot;
        if (prev != Nil)
        {
            _records[prev].Next = slot;
            return;
        }

        _head = slot;
        _nextExpiryMs = record.ExpiryMs;
    }

    private void Unlink(in HoldRecord record)
    {
        ushort prev = record.Prev;
        ushort next = record.Next;
        if (prev == Nil)
        {
            _head = next;
            _nextExpiryMs = next == Nil ? long.MaxValue : _records[next].ExpiryMs;
        }
        else
        {
            _records[prev].Next = next;
        }

        if (next == Nil)
        {
            _tail = prev;
            _lastExpiryMs = prev == Nil ? long.MinValue : _records[prev].ExpiryMs;
        }
        else
        {
            _records[next].Prev = prev;
        }
    }

    // The three steps of SeatMapBatch.Touch: each reads only what the step before has brought, so that the waits of all
    // maps overlap. The first and the last field stand on the object's two lines.
    internal ulong TouchHeader() => (ulong)_nextExpiryMs + _freeHead;

    internal ulong TouchWords()
    {
        ulong sum = 0;
        for (int w = 0; w < _wordCount; w += 8) sum += _words[w];
        if (_wordCount > 0) sum += _words[_wordCount - 1];
        if (_head != Nil) sum += _records[_head].Token.Value + _records[_head].Next;
        if (_tail != Nil) sum += _records[_tail].Next;
        return sum;
    }

    internal ulong TouchNeighbours()
    {
        if (_head == Nil) return 0;
        ushort next = _records[_head].Next;
        return next == Nil ? 0 : (ulong)_records[next].ExpiryMs;
    }

    // The slot of a live hold, or -1.
    private int SlotOf(HoldToken token)
    {
        int slot = token.Slot;
        return !token.IsNone && slot < _slotCount && _records[slot].Token == token ? slot : -1;
    }
}
