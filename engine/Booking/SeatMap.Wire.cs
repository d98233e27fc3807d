using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <content>The map as bytes, as a hash, and its invariants.</content>
public sealed partial class SeatMap
{
    private const int WireVersion = 1;

    /// <summary>
    /// Writes everything: bits, holds in their order, the free list in its order, counters. O(seats + holds); 0 B.
    /// </summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(9);
        writer.Write((long)WireVersion);
        writer.Write((long)_seatCount);
        writer.Write((long)_maxHolds);
        writer.Write(_generation);
        writer.Write(_version);
        writer.WriteArrayHeader(_words.Length);
        foreach (ulong word in _words) writer.Write(word);
        writer.WriteArrayHeader(2 * _areas.Length);
        foreach (AreaCounts area in _areas)
        {
            writer.Write((long)area.Capacity);
            writer.Write((long)area.Sold);
        }

        writer.WriteArrayHeader(_holdCount);
        foreach (ref readonly HoldRecord hold in Holds()) WriteHold(ref writer, in hold);
        writer.WriteArrayHeader(_slotCount - _holdCount);
        for (ushort slot = _freeHead; slot != Nil; slot = _records[slot].Next) writer.Write((ulong)slot);
    }

    /// <summary>Reads what <see cref="Write"/> wrote, and checks all invariants. O(seats + holds).</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not a seat map.</exception>
    public static SeatMap Read(ref MessagePackReader reader)
    {
        Expect(reader.ReadArrayHeader() == 9, "nine fields");
        Expect(reader.ReadInt32() == WireVersion, "a known version");
        int seatCount = ReadCount(ref reader, MaxSeats);
        int maxHolds = ReadCount(ref reader, MaxHolds);
        Expect(maxHolds > 0, "room for a hold");
        ulong generation = reader.ReadUInt64();
        ulong version = reader.ReadUInt64();
        Span<ulong> words = stackalloc ulong[3 * ((seatCount + 63) / 64)];
        Expect(reader.ReadArrayHeader() == words.Length, "the words of the seats");
        foreach (ref ulong word in words) word = reader.ReadUInt64();
        int areaCount = ReadCount(reader.ReadArrayHeader(), 2 * MaxAreas) / 2;
        Span<int> capacities = stackalloc int[areaCount];
        Span<int> sold = stackalloc int[areaCount];
        for (int i = 0; i < areaCount; i++)
        {
            capacities[i] = ReadCount(ref reader, int.MaxValue);
            sold[i] = ReadCount(ref reader, capacities[i]);
        }

        var map = new SeatMap(seatCount, capacities, maxHolds) { _generation = generation, _version = version };
        words.CopyTo(map._words);
        for (int i = 0; i < areaCount; i++) map._areas[i] = map._areas[i] with { Sold = sold[i] };
        map.ReadHolds(ref reader);
        map._freeCount = map.CountBits(0);
        map._soldCount = map.CountBits(1);
        map._blockedCount = map.CountBits(2);
        string? broken = map.FirstBrokenInvariant();
        return broken is null ? map : throw new MessagePackFormatException($"The seat map is not sound: {broken}");
    }

    /// <summary>
    /// A hash of everything <see cref="Write"/> writes: equal states have equal hashes. O(seats + holds); 0 B.
    /// </summary>
    public ulong StateHash()
    {
        var hash = new StateHasher();
        hash.Add((ulong)_seatCount);
        hash.Add((ulong)_maxHolds);
        hash.Add(_generation);
        hash.Add(_version);
        foreach (ulong word in _words) hash.Add(word);
        foreach (AreaCounts area in _areas)
        {
            hash.Add((ulong)area.Capacity);
            hash.Add((ulong)area.Sold);
        }

        foreach (ref readonly HoldRecord hold in Holds()) HashHold(ref hash, in hold);
        hash.Add((ulong)(_slotCount - _holdCount));
        for (ushort slot = _freeHead; slot != Nil; slot = _records[slot].Next) hash.Add(slot);
        return hash.Value;
    }

    private static void WriteHold(ref MessagePackWriter writer, in HoldRecord hold)
    {
        writer.Write(hold.Token.Value);
        writer.Write(hold.Owner);
        writer.Write(hold.AmountCents);
        writer.Write(hold.ExpiryMs);
        writer.Write((ulong)hold.Area);
        writer.Write((ulong)hold.Places);
        writer.Write((ulong)hold.Kind);
        writer.WriteArrayHeader(hold.Seats.Count);
        foreach (ushort seat in hold.Seats.Span) writer.Write((ulong)seat);
    }

    private static void HashHold(ref StateHasher hash, in HoldRecord hold)
    {
        hash.Add(hold.Token.Value);
        hash.Add(hold.Owner);
        hash.Add((ulong)hold.AmountCents);
        hash.Add((ulong)hold.ExpiryMs);
        hash.Add(((ulong)hold.Area << 16) | ((ulong)hold.Places << 8) | (ulong)hold.Kind);
        hash.Add((ulong)hold.Seats.Count);
        foreach (ushort seat in hold.Seats.Span) hash.Add(seat);
    }

    private void ReadHolds(ref MessagePackReader reader)
    {
        int holdCount = ReadCount(reader.ReadArrayHeader(), _maxHolds);
        for (int i = 0; i < holdCount; i++) ReadHold(ref reader);
        int freeCount = ReadCount(reader.ReadArrayHeader(), _maxHolds - holdCount);
        ushort last = Nil;
        for (int i = 0; i < freeCount; i++)
        {
            ushort slot = (ushort)ReadCount(ref reader, _maxHolds - 1);
            Reserve(slot);
            Expect(_records[slot].Token.IsNone, "a free slot");
            _records[slot].Next = Nil;
            if (last == Nil) _freeHead = slot;
            else _records[last].Next = slot;
            last = slot;
        }
    }

    private void ReadHold(ref MessagePackReader reader)
    {
        var token = new HoldToken(reader.ReadUInt64());
        Expect(!token.IsNone && token.Slot < _maxHolds, "a token within the table");
        Reserve(token.Slot);
        ref HoldRecord record = ref _records[token.Slot];
        Expect(record.Token.IsNone, "a slot once");
        record.Token = token;
        record.Owner = reader.ReadUInt64();
        record.AmountCents = reader.ReadInt64();
        record.ExpiryMs = reader.ReadInt64();
        record.Area = (byte)ReadCount(ref reader, byte.MaxValue);
        record.Places = (byte)ReadCount(ref reader, SeatList.MaxCount);
        record.Kind = (HoldKind)ReadCount(ref reader, (int)HoldKind.Offer);
        Span<ushort> seats = stackalloc ushort[SeatList.MaxCount];
        seats = seats[..ReadCount(reader.ReadArrayHeader(), SeatList.MaxCount)];
        foreach (ref ushort seat in seats) seat = (ushort)ReadCount(ref reader, _seatCount - 1);
        record.Seats = new SeatList(seats);
        Link((ushort)token.Slot, ref record);
        _holdCount++;
        if (record.Places == 0) return;
        Expect(record.Area < _areas.Length, "an area of the plan");
        _areas[record.Area] = _areas[record.Area] with { Held = _areas[record.Area].Held + record.Places };
    }

    private void Reserve(int slot)
    {
        int size = _records.Length;
        while (size <= slot) size = (int)Math.Min(_maxHolds, 2L * size);
        if (size != _records.Length) Array.Resize(ref _records, size);
        _slotCount = Math.Max(_slotCount, slot + 1);
    }

    private static int ReadCount(ref MessagePackReader reader, int max) => ReadCount(reader.ReadInt64(), max);

    private static int ReadCount(long value, int max)
    {
        Expect(value >= 0 && value <= max, "a number in its range");
        return (int)value;
    }

    private static void Expect(bool holds, string what)
    {
        if (!holds) throw new MessagePackFormatException($"Seat map: expected {what}.");
    }
}
