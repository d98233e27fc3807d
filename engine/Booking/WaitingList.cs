using System.Diagnostics;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// Those who wait for seats of a sold-out showtime, first come first served: when seats come free, the first whose
/// wish they meet is offered them; somebody whose wish they do not meet keeps their position and blocks nobody.
/// </summary>
/// <remarks>
/// <code>
/// front │ owner, wish, since │ owner, wish, since │ …     each owner once; whoever leaves leaves a gap, closed later
/// </code>
/// <para>Invariants: 1. each owner stands once; 2. positions run from 1 without gap in the order of joining; 3. no more
/// wait than the capacity.</para>
/// <para>Join, leave and position are O(log n), join amortised; 0 B once grown to its working size. Not
/// thread-safe.</para>
/// </remarks>
public sealed class WaitingList
{
    private const int WireVersion = 1;

    private readonly ArrivalQueue<WaitingEntry> _queue;

    /// <summary>Makes an empty list.</summary>
    /// <param name="capacity">How many may wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is not positive.</exception>
    public WaitingList(int capacity) => _queue = new ArrivalQueue<WaitingEntry>(capacity);

    /// <summary>How many may wait.</summary>
    public int Capacity => _queue.Capacity;

    /// <summary>How many wait.</summary>
    public int Count => _queue.Count;

    /// <summary>Whether somebody could join now. O(1); 0 B.</summary>
    public WaitingResult CanJoin(ulong owner, in WaitingWish wish)
    {
        if (wish.Count is 0 or > SeatList.MaxCount) return WaitingResult.WrongCount;
        if (_queue.Contains(owner)) return WaitingResult.AlreadyWaiting;
        return _queue.IsFull ? WaitingResult.Full : WaitingResult.Ok;
    }

    /// <summary>Whether somebody waits, and for what. O(1); 0 B.</summary>
    public bool TryGet(ulong owner, out WaitingEntry entry) => _queue.TryGet(owner, out entry);

    /// <summary>Somebody's position, 1 at the front, or 0 when they do not wait. O(log n); 0 B.</summary>
    public int PositionOf(ulong owner) => _queue.PositionOf(owner);

    /// <summary>
    /// Finds the first in the list whose wish the free seats meet, and changes nothing: the caller holds the seats as
    /// an offer and lets them <see cref="Leave"/>. O(tries × a search for seats), O(1) for wishes larger than what is
    /// free; 0 B.
    /// </summary>
    /// <param name="plan">The plan of the map.</param>
    /// <param name="map">The seats.</param>
    /// <param name="zonePricesCents">The price of each zone by ordinal, in hundredths.</param>
    /// <param name="maxTries">How many wishes are looked at at most.</param>
    /// <param name="match">Who, and which seats.</param>
    public bool TryMatch(
        SeatPlan plan, SeatMap map, ReadOnlySpan<int> zonePricesCents, int maxTries, out WaitingMatch match)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(map);
        int index = 0;
        for (int i = 0; i < maxTries && _queue.MoveNext(ref index, out ulong owner, out WaitingEntry entry); i++)
        {
            if (!Meets(entry.Wish, plan, map, zonePricesCents, out SeatList seats)) continue;
            match = new WaitingMatch(owner, entry.Wish, seats);
            return true;
        }

        match = default;
        return false;
    }

    /// <summary>Puts somebody at the end of the list. O(log n) amortised; 0 B once grown.</summary>
    public WaitingResult Join(ulong owner, in WaitingWish wish, long nowMs)
    {
        WaitingResult result = CanJoin(owner, in wish);
        if (result != WaitingResult.Ok) return result;
        bool added = _queue.TryAdd(owner, new WaitingEntry(wish, nowMs));
        Debug.Assert(added && _queue.PositionOf(owner) == Count, "Whoever joins stands last.");
        return WaitingResult.Ok;
    }

    /// <summary>Takes somebody off the list; false when they do not wait. O(log n); 0 B.</summary>
    public bool Leave(ulong owner)
    {
        bool left = _queue.TryRemove(owner, out _);
        Debug.Assert(!_queue.Contains(owner), "Each owner stands once.");
        return left;
    }

    /// <summary>Writes the list in its order. O(n); 0 B.</summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(3);
        writer.Write((long)WireVersion);
        writer.Write((long)Capacity);
        writer.WriteArrayHeader(Count);
        int index = 0;
        while (_queue.MoveNext(ref index, out ulong owner, out WaitingEntry entry))
        {
            writer.Write(owner);
            writer.Write((ulong)entry.Wish.Count);
            writer.Write((ulong)entry.Wish.Kind);
            writer.Write((ulong)entry.Wish.Area);
            writer.Write(entry.Wish.ZoneMask);
            writer.Write(entry.Wish.MaxPriceCents);
            writer.Write(entry.JoinedMs);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote. O(n).</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not a waiting list.</exception>
    public static WaitingList Read(ref MessagePackReader reader)
    {
        Expect(reader.ReadArrayHeader() == 3, "three fields");
        Expect(reader.ReadInt32() == WireVersion, "a known version");
        int capacity = reader.ReadInt32();
        Expect(capacity > 0, "a capacity");
        var list = new WaitingList(capacity);
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++)
        {
            ulong owner = reader.ReadUInt64();
            var wish = new WaitingWish
            {
                Count = (byte)ReadUpTo(ref reader, SeatList.MaxCount),
                Kind = (WishKind)ReadUpTo(ref reader, (int)WishKind.Places),
                Area = (byte)ReadUpTo(ref reader, byte.MaxValue),
                ZoneMask = reader.ReadUInt64(),
                MaxPriceCents = reader.ReadInt64(),
            };
            WaitingResult result = list.Join(owner, in wish, reader.ReadInt64());
            Expect(result == WaitingResult.Ok, "each once and within the capacity");
        }

        return list;
    }

    /// <summary>A hash of everything <see cref="Write"/> writes. O(n); 0 B.</summary>
    public ulong StateHash()
    {
        var hash = new StateHasher();
        hash.Add((ulong)Capacity);
        int index = 0;
        while (_queue.MoveNext(ref index, out ulong owner, out WaitingEntry entry))
        {
            hash.Add(owner);
            hash.Add(((ulong)entry.Wish.Count << 16) | ((ulong)entry.Wish.Kind << 8) | entry.Wish.Area);
            hash.Add(entry.Wish.ZoneMask);
            hash.Add((ulong)entry.Wish.MaxPriceCents);
            hash.Add((ulong)entry.JoinedMs);
        }

        return hash.Value;
    }

    /// <summary>Whether free seats meet a wish, and which.</summary>
    internal static bool Meets(
        WaitingWish wish, SeatPlan plan, SeatMap map, ReadOnlySpan<int> zonePricesCents, out SeatList seats)
    {
        seats = default;
        if (wish.Kind == WishKind.Places)
        {
            return wish.Area < map.AreaCount && map.Area(wish.Area).Free >= wish.Count
                && (wish.MaxPriceCents == 0 || zonePricesCents[plan.Area(wish.Area).Zone] <= wish.MaxPriceCents);
        }

        if (map.FreeCount < wish.Count) return false;
        var request = new BestAvailableRequest
        {
            Count = wish.Count,
            ZoneMask = wish.ZoneMask,
            MaxPriceCents = wish.MaxPriceCents == 0 ? null : wish.MaxPriceCents,
            ZonePricesCents = zonePricesCents,
            AllowOrphans = true,
            AllowSplit = wish.Kind == WishKind.AnySeats,
        };
        return BestAvailable.Find(in request, plan, map, out seats, out _);
    }

    private static int ReadUpTo(ref MessagePackReader reader, int max)
    {
        int value = reader.ReadInt32();
        Expect(value >= 0 && value <= max, "a number in its range");
        return value;
    }

    private static void Expect(bool holds, string what)
    {
        if (!holds) throw new MessagePackFormatException($"Waiting list: expected {what}.");
    }

    /// <summary>Checks the invariants of the type's documentation. O(n log n).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        _queue.CheckInvariants();
        int index = 0;
        for (int position = 1; _queue.MoveNext(ref index, out ulong owner, out _); position++)
        {
            if (PositionOf(owner) != position) throw new InvalidOperationException("Broken invariant 2. positions.");
        }
    }
}
