using System.Numerics;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Which seats of a showtime are free, and how many are what: as much as lists and filters ask for.</summary>
/// <remarks>
/// <code>
/// free       [ a word a block, a bit a seat ]
/// areas      [ free places of each area ]
/// held, sold, blocked: counts of seats and places together
/// </code>
/// <para>Invariants:
/// 1. no bit beyond a block's seats is set;
/// 2. no area has fewer than no or more than all of its places free;
/// 3. free, held, sold and blocked are not negative and make up the plan's capacity.</para>
/// <para>A change costs O(seats changed + blocks). Not thread-safe beside a writer.</para>
/// </remarks>
internal sealed class ShowtimeSeats
{
    private readonly SeatPlanMasks _masks;
    private readonly ulong[] _free;
    private readonly int[] _areas;
    private int _freeCount;
    private int _held;
    private int _sold;
    private int _blocked;
    private int _together;

    /// <summary>Makes the seats of a showtime nothing has happened to. O(blocks).</summary>
    public ShowtimeSeats(SeatPlanMasks masks)
    {
        _masks = masks;
        _free = masks.All.ToArray();
        _areas = new int[masks.Plan.AreaCount];
        for (int i = 0; i < _areas.Length; i++) _areas[i] = masks.Plan.Area(i).Capacity;
        Count();
    }

    /// <summary>The plan the seats are of.</summary>
    public SeatPlan Plan => _masks.Plan;

    /// <summary>How they stand.</summary>
    public ShowtimeAvailability Availability => new(_freeCount, _held, _sold, _blocked, _together);

    /// <summary>Whether a seat is free. O(1).</summary>
    public bool IsFree(int seat) => (_free[Plan.BlockOf(seat)] & _masks.BitOf(seat)) != 0;

    /// <summary>Takes a change in. O(seats + blocks).</summary>
    /// <param name="change">What happened.</param>
    /// <param name="seats">To these seats.</param>
    /// <param name="area">And to places of this area.</param>
    /// <param name="places">So many.</param>
    /// <exception cref="InvalidOperationException">A seat or place was not what the change says.</exception>
    public void Apply(SeatChange change, ReadOnlySpan<ushort> seats, int area, int places)
    {
        int count = seats.Length + places;
        bool isTaken = change is SeatChange.Held or SeatChange.SoldDirectly or SeatChange.Blocked;
        bool isFreed = change is SeatChange.Released or SeatChange.Returned or SeatChange.Unblocked;
        if (isTaken || isFreed) Flip(seats, isFreed);
        if (places != 0) _areas[area] += isTaken ? -places : isFreed ? places : 0;
        _held += count * Sign(change is SeatChange.Held, change is SeatChange.Released or SeatChange.Sold);
        _sold += count * Sign(change is SeatChange.Sold or SeatChange.SoldDirectly, change is SeatChange.Returned);
        _blocked += count * Sign(change is SeatChange.Blocked, change is SeatChange.Unblocked);
        bool isCounted = _held >= 0 && _sold >= 0 && _blocked >= 0;
        CatalogueState.Require(isCounted, "3. no count is negative");
        bool isPlaced = places == 0 || (_areas[area] >= 0 && _areas[area] <= Plan.Area(area).Capacity);
        CatalogueState.Require(isPlaced, "2. an area's free places are some of its places");
        Count();
    }

    /// <summary>Encodes it: <c>[[free], [areas], held, sold, blocked]</c>, without the plan.</summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(5);
        writer.WriteArrayHeader(_free.Length);
        foreach (ulong word in _free) writer.Write(word);
        writer.WriteArrayHeader(_areas.Length);
        foreach (int places in _areas) writer.Write(places);
        writer.Write(_held);
        writer.Write(_sold);
        writer.Write(_blocked);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not seats of that plan.</exception>
    public static ShowtimeSeats Read(ref MessagePackReader reader, SeatPlanMasks masks)
    {
        var seats = new ShowtimeSeats(masks);
        CatalogueWire.ExpectArray(ref reader, 5, nameof(ShowtimeSeats));
        CatalogueWire.ExpectArray(ref reader, seats._free.Length, "Blocks");
        for (int i = 0; i < seats._free.Length; i++) seats._free[i] = reader.ReadUInt64();
        CatalogueWire.ExpectArray(ref reader, seats._areas.Length, "Areas");
        for (int i = 0; i < seats._areas.Length; i++) seats._areas[i] = reader.ReadInt32();
        seats._held = reader.ReadInt32();
        seats._sold = reader.ReadInt32();
        seats._blocked = reader.ReadInt32();
        seats.Count();
        return seats;
    }

    /// <summary>Checks the invariants of the type's documentation. O(blocks).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        for (int b = 0; b < _free.Length; b++) CatalogueState.Require((_free[b] & ~_masks.All[b]) == 0, "1. free bits");
        for (int a = 0; a < _areas.Length; a++)
        {
            CatalogueState.Require(_areas[a] >= 0 && _areas[a] <= Plan.Area(a).Capacity, "2. free places");
        }

        CatalogueState.Require(Math.Min(_held, Math.Min(_sold, _blocked)) >= 0, "3. no count is negative");
        CatalogueState.Require(_freeCount + _held + _sold + _blocked == Plan.Capacity, "3. counts make up the plan");
    }

    private void Flip(ReadOnlySpan<ushort> seats, bool toFree)
    {
        foreach (ushort seat in seats)
        {
            ulong bit = _masks.BitOf(seat);
            ref ulong word = ref _free[Plan.BlockOf(seat)];
            CatalogueState.Require((word & bit) != 0 != toFree, "a seat is what the change says");
            word ^= bit;
        }
    }

    private void Count()
    {
        _freeCount = 0;
        _together = 0;
        ReadOnlySpan<ulong> standard = _masks.Standard;
        for (int b = 0; b < _free.Length; b++)
        {
            _freeCount += BitOperations.PopCount(_free[b]);
            // No run is longer than its block has free seats: most blocks are passed over.
            ulong usable = _free[b] & standard[b];
            if (BitOperations.PopCount(usable) > _together) _together = Math.Max(_together, LongestRun(usable));
        }

        foreach (int places in _areas)
        {
            _freeCount += places;
            _together = Math.Max(_together, places);
        }
    }

    // Each step shortens every run by one.
    private static int LongestRun(ulong bits)
    {
        int length = 0;
        for (; bits != 0; bits &= bits << 1) length++;
        return length;
    }

    private static int Sign(bool isMore, bool isLess) => isMore ? 1 : isLess ? -1 : 0;
}
