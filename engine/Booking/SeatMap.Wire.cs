using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <content>The map as bytes, as a hash, and its invariants.</content>
public sealed partial class SeatMap
{
    private const int WireVersion = 2;
    private const int WireVersionBeforeBlockedPlaces = 1;

    /// <summary>
    /// Writes everything: bits, holds in their order, the free list in its order, counters. O(seats + holds); 0 B.
    /// </summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(9);
        writer.Write((long)WireVersion);
        writer.Write((long)SeatCount);
        writer.Write((long)HoldCapacity);
        writer.Write(Header.Generation);
        writer.Write(Version);
        writer.WriteArrayHeader(WordCount + _settled.Length);
        for (int w = 0; w < WordCount; w++) writer.Write(FreeWord(w));
        foreach (ulong word in _settled) writer.Write(word);
        writer.WriteArrayHeader(3 * _areas.Length);
        foreach (AreaCounts area in _areas)
        {
            writer.Write((long)area.Capacity);
            writer.Write((long)area.Sold);
            writer.Write((long)area.Blocked);
        }

        writer.WriteArrayHeader(HoldCount);
        foreach (HoldRecord hold in Holds()) WriteHold(ref writer, in hold);
        writer.WriteArrayHeader(Header.SlotCount - HoldCount);
        for (ushort slot = Header.FreeHead; slot != Nil; slot = SlotAt(slot).Next) writer.Write((ulong)slot);
    }

    /// <summary>Reads what <see cref="Write"/> wrote, and checks all invariants. O(seats + holds).</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not a seat map.</exception>
    public static SeatMap Read(ref MessagePackReader reader)
    {
        Expect(reader.ReadArrayHeader() == 9, "nine fields");
        int wireVersion = reader.ReadInt32();
        Expect(wireVersion is WireVersion or WireVersionBeforeBlockedPlaces, "a known version");
        int seatCount = ReadCount(ref reader, MaxSeats);
        int maxHolds = ReadCount(ref reader, MaxHolds);
        Expect(maxHolds > 0, "room for a hold");
        ulong generation = reader.ReadUInt64();
        ulong version = reader.ReadUInt64();
        Span<ulong> words = stackalloc ulong[3 * ((seatCount + 63) / 64)];
        Expect(reader.ReadArrayHeader() == words.Length, "the words of the seats");
        foreach (ref ulong word in words) word = reader.ReadUInt64();
        Span<AreaCounts> areas = stackalloc AreaCounts[MaxAreas];
        areas = areas[..ReadAreas(ref reader, wireVersion, areas)];
        Span<int> capacities = stackalloc int[areas.Length];
        for (int i = 0; i < areas.Length; i++) capacities[i] = areas[i].Capacity;
        var map = new SeatMap(seatCount, capacities, maxHolds);
        map.Header.Generation = generation;
        map.Header.Version = version;
        for (int w = 0; w < map.WordCount; w++) map.FreeWord(w) = words[w];
        words[map.WordCount..].CopyTo(map._settled);
        areas.CopyTo(map._areas);
        map.ReadHolds(ref reader);
        map.Header.FreeCount = map.CountBits(0);
        map.Header.SoldCount = map.CountBits(1);
        map.Header.BlockedCount = map.CountBits(2);
        string? broken = map.FirstBrokenInvariant();
        return broken is null ? map : throw new MessagePackFormatException($"The seat map is not sound: {broken}");
    }

    /// <summary>
    /// A hash of everything <see cref="Write"/> writes: equal states have equal hashes. O(seats + holds); 0 B.
    /// </summary>
    public ulong StateHash()
    {
        var hash = new StateHasher();
        hash.Add((ulong)SeatCount);
        hash.Add((ulong)HoldCapacity);
        hash.Add(Header.Generation);
        hash.Add(Version);
        for (int w = 0; w < WordCount; w++) hash.Add(FreeWord(w));
        foreach (ulong word in _settled) hash.Add(word);
        foreach (AreaCounts area in _areas)
        {
            hash.Add((ulong)area.Capacity);
            hash.Add((ulong)area.Sold);
            hash.Add((ulong)area.Blocked);
        }

        foreach (HoldRecord hold in Holds()) HashHold(ref hash, in hold);
        hash.Add((ulong)(Header.SlotCount - HoldCount));
        for (ushort slot = Header.FreeHead; slot != Nil; slot = SlotAt(slot).Next) hash.Add(slot);
        return hash.Value;
    }

    private static int ReadAreas(ref MessagePackReader reader, int wireVersion, scoped Span<AreaCounts> areas)
    {
        int fields = wireVersion == WireVersionBeforeBlockedPlaces ? 2 : 3;
        int count = ReadCount(reader.ReadArrayHeader(), fields * areas.Length) / fields;
        for (int i = 0; i < count; i++)
        {
            int capacity = ReadCount(ref reader, int.MaxValue);
            int sold = ReadCount(ref reader, capacity);
            areas[i] = new AreaCounts(capacity, 0, sold, fields == 3 ? ReadCount(ref reader, capacity) : 0);
        }

        return count;
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
        int holdCount = ReadCount(reader.ReadArrayHeader(), HoldCapacity);
        for (int i = 0; i < holdCount; i++) ReadHold(ref reader);
        int freeCount = ReadCount(reader.ReadArrayHeader(), HoldCapacity - holdCount);
        ushort last = Nil;
        for (int i = 0; i < freeCount; i++)
        {
            ushort slot = (ushort)ReadCount(ref reader, HoldCapacity - 1);
            Reserve(slot);
            Expect(SlotAt(slot).IsFree, "a free slot");
            SlotAt(slot).Free(Nil);
            if (last == Nil) Header.FreeHead = slot;
            else SlotAt(last).Free(slot);
            last = slot;
        }
    }

    private void ReadHold(ref MessagePackReader reader)
    {
        var token = new HoldToken(reader.ReadUInt64());
        Expect(!token.IsNone && token.Slot < HoldCapacity, "a token within the table");
        var hold = new HoldRequest
        {
            Owner = reader.ReadUInt64(),
            AmountCents = reader.ReadInt64(),
            ExpiryMs = reader.ReadInt64(),
            Area = (byte)ReadCount(ref reader, byte.MaxValue),
            Places = (byte)ReadCount(ref reader, SeatList.MaxCount),
            Kind = (HoldKind)ReadCount(ref reader, (int)HoldKind.Offer),
        };
        Span<ushort> seats = stackalloc ushort[SeatList.MaxCount];
        seats = seats[..ReadCount(reader.ReadArrayHeader(), SeatList.MaxCount)];
        foreach (ref ushort seat in seats) seat = (ushort)ReadCount(ref reader, SeatCount - 1);
        Place(token, hold with { Seats = new SeatList(seats) });
        if (hold.Places == 0) return;
        Expect(hold.Area < _areas.Length, "an area of the plan");
        _areas[hold.Area] = _areas[hold.Area] with { Held = _areas[hold.Area].Held + hold.Places };
    }

    // Puts a hold in the slot its token names, at the end of the list.
    private void Place(HoldToken token, in HoldRequest request)
    {
        Reserve(token.Slot);
        SeatMapLayout map = Layout;
        ref PackedHold hold = ref map.Slot(token.Slot);
        Expect(hold.IsFree, "a slot once");
        Store(token, in request);
        Link(map, (ushort)token.Slot, ref hold, request.ExpiryMs);
        map.Header.HoldCount++;
    }

    private void Reserve(int slot)
    {
        Grow(slot + 1);
        Header.SlotCount = Math.Max(Header.SlotCount, (ushort)(slot + 1));
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
