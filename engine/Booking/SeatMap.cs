using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Booking;

/// <summary>
/// The seats of one showtime: which are free, held, sold or blocked, and every hold with its expiry.
/// </summary>
/// <remarks>
/// <code>
/// _block    header 64 │ free bits, 8 a word, to a full line │ slot 0 │ slot 1 │ …      begins on a cache line
///           a bit a seat; a slot is a <see cref="PackedHold"/> of 32 bytes
///           live: Head → … → Tail, by expiry, both ways       free: FreeHead → …, last freed first
/// _settled  sold 0..w-1 │ blocked w..2w-1                      a bit a seat; held = not free, sold or blocked
/// _wide     what a slot has no room for, by slot               only once there is such a hold
/// _areas    capacity, held, sold, blocked                     a general-admission area
/// </code>
/// A hold of four seats among a thousand touches six lines: the header, two of free bits, the slot that was freed last,
/// the list's tail, and when one lapses its successor. What 10,000 such maps touch is 9 MB and not 27: a line costs
/// 15 ns in a third-level cache and 150 in memory. A list sorted by expiry is filled from its tail, so while all holds
/// last equally long that is O(1); a hold that lapses earlier than others walks past those.
/// <para>Invariants:
/// 1. free, sold and blocked are disjoint and name no seat beyond the plan;
/// 2. every seat that is none of the three is in exactly one live hold, and a live hold has no other seats;
/// 3. the counters equal the bits;
/// 4. the list runs both ways over all live records, its expiries never fall, its ends are what the header remembers;
/// 5. the free list runs over all other records below the high-water mark, each once;
/// 6. a live record's token names its own slot and a generation that was given;
/// 7. an area's held places are the sum over its holds, and held + sold + blocked never exceed its capacity.</para>
/// <para>Bounds: <see cref="MaxSeats"/> seats, <see cref="MaxAreas"/> areas, as many holds as it is built for.
/// It grows its records by doubling and allocates nothing else. Not thread-safe: one writer. It knows no clock: a
/// hold keeps its seats until <see cref="ExpireDue"/> sweeps it, so the single writer sweeps before it decides.</para>
/// </remarks>
public sealed partial class SeatMap
{
    /// <summary>The most seats a map has.</summary>
    public const int MaxSeats = 4096;

    /// <summary>The most general-admission areas a map has.</summary>
    public const int MaxAreas = 64;

    /// <summary>The most holds a map can be built for: slots are 16 bits and one value means "none".</summary>
    public const int MaxHolds = ushort.MaxValue;

    private const ushort Nil = ushort.MaxValue;

    // A kilobyte: what a usual house needs is then allocated in one go with the map.
    private const int FirstCapacity = 32;

    private readonly ulong[] _settled;
    private readonly AreaCounts[] _areas;
    private readonly int _slotsAt;
    private PinnedBlock _block;
    private HoldRecord[] _wide = [];

    /// <summary>Makes a map whose seats and places are all free. O(seats).</summary>
    /// <param name="seatCount">Number of seats, 0 to <see cref="MaxSeats"/>.</param>
    /// <param name="areaCapacities">Number of places of each general-admission area.</param>
    /// <param name="maxHolds">How many holds may stand at once, 1 to <see cref="MaxHolds"/>.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public SeatMap(int seatCount, ReadOnlySpan<int> areaCapacities, int maxHolds)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)seatCount, (uint)MaxSeats, nameof(seatCount));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(areaCapacities.Length, MaxAreas, nameof(areaCapacities));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxHolds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxHolds, MaxHolds);
        _areas = new AreaCounts[areaCapacities.Length];
        for (int i = 0; i < areaCapacities.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(areaCapacities[i], nameof(areaCapacities));
            _areas[i] = new AreaCounts(areaCapacities[i], 0, 0);
        }

        int wordCount = (seatCount + 63) / 64;
        int capacity = Math.Min(maxHolds, FirstCapacity);
        _settled = new ulong[2 * wordCount];
        _slotsAt = SeatMapLayout.SlotsAt(wordCount);
        _block = new PinnedBlock(SeatMapLayout.SizeBytes(wordCount, capacity));
        Header = new SeatMapHeader
        {
            NextExpiryMs = long.MaxValue,
            LastExpiryMs = long.MinValue,
            FreeCount = seatCount,
            SeatCount = (ushort)seatCount,
            MaxHolds = (ushort)maxHolds,
            Capacity = (ushort)capacity,
            Head = Nil,
            Tail = Nil,
            FreeHead = Nil,
        };
        for (int w = 0; w < wordCount; w++) FreeWord(w) = ulong.MaxValue;
        if (seatCount % 64 != 0) FreeWord(wordCount - 1) = (1UL << (seatCount % 64)) - 1;
    }

    /// <summary>Makes an empty map for a plan. O(seats).</summary>
    /// <param name="plan">The plan; the map keeps no reference to it.</param>
    /// <param name="maxHolds">How many holds may stand at once, 1 to <see cref="MaxHolds"/>.</param>
    public static SeatMap For(SeatPlan plan, int maxHolds = MaxHolds)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Span<int> capacities = stackalloc int[plan.AreaCount];
        for (int i = 0; i < capacities.Length; i++) capacities[i] = plan.Area(i).Capacity;
        return new SeatMap(plan.SeatCount, capacities, maxHolds);
    }

    /// <summary>Number of seats.</summary>
    public int SeatCount => Header.SeatCount;

    /// <summary>Number of general-admission areas.</summary>
    public int AreaCount => _areas.Length;

    /// <summary>How many holds may stand at once.</summary>
    public int HoldCapacity => Header.MaxHolds;

    /// <summary>Number of holds that stand, lapsed ones included until they are swept.</summary>
    public int HoldCount => Header.HoldCount;

    /// <summary>Number of seats anyone may hold.</summary>
    public int FreeCount => Header.FreeCount;

    /// <summary>Number of seats in holds.</summary>
    public int HeldCount => SeatCount - FreeCount - SoldCount - BlockedCount;

    /// <summary>Number of sold seats.</summary>
    public int SoldCount => Header.SoldCount;

    /// <summary>Number of seats off sale.</summary>
    public int BlockedCount => Header.BlockedCount;

    /// <summary>Grows by one with every call that changed something.</summary>
    public ulong Version => Header.Version;

    /// <summary>When the first hold lapses, or <see cref="long.MaxValue"/> when there is none. O(1).</summary>
    public long NextExpiryMs => Header.NextExpiryMs;

    /// <summary>The token the next hold will get: known before it is made, so that it can be recorded.</summary>
    public HoldToken NextToken =>
        new(Header.Generation + 1, Header.FreeHead == Nil ? Header.SlotCount : Header.FreeHead);

    /// <summary>The token <see cref="Extend"/> or <see cref="Transfer"/> will give a hold.</summary>
    public HoldToken NextTokenFor(HoldToken token) => new(Header.Generation + 1, token.Slot);

    /// <summary>How an area's places stand.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such area.</exception>
    public AreaCounts Area(int area) => _areas[area];

    /// <summary>
    /// Holds all seats and places of the request, or none and says why. O(seats) while holds last equally long;
    /// 0 B. Gives exactly what <see cref="CanHold"/> foretells.
    /// </summary>
    public SeatOutcome Hold(in HoldRequest request)
    {
        SeatMapLayout map = Layout;
        ref SeatMapHeader header = ref map.Header;
        if (!PackedHold.Fits(in request, header.Generation + 1) || header.HoldCount == header.Capacity)
            return HoldSlow(in request);
        int count = request.Seats.Count;
        int taken = TakeFree(map, request.Seats.FirstFour, count, out ulong packed);
        if (taken != (1 << count) - 1) return RefuseSlow(in request, taken);
        header.FreeCount -= count;
        return new SeatOutcome(SeatResult.Ok, Insert(map, in request, packed), -1);
    }

    /// <summary>
    /// Frees every hold whose expiry is not later than <paramref name="nowMs"/>, earliest first, at most
    /// <paramref name="maxCount"/>. Amortised O(1) a hold; O(1) when none is due; 0 B.
    /// </summary>
    /// <returns>Number of holds freed.</returns>
    public int ExpireDue(long nowMs, int maxCount = int.MaxValue)
    {
        SeatMapLayout map = Layout;
        // Whoever sweeps looks at the seats next: their lines come while the header's is waited for.
        map.FetchFront();
        ref SeatMapHeader header = ref map.Header;
        if (header.Tail != Nil) map.FetchSlot(header.Tail);
        return header.NextExpiryMs > nowMs || maxCount <= 0 ? 0 : ExpireDueSlow(nowMs, maxCount);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private SeatOutcome HoldSlow(in HoldRequest request)
    {
        SeatOutcome outcome = CanHold(in request);
        if (!outcome.IsOk) return outcome;
        if (Header.HoldCount == Header.Capacity) Grow(Header.Capacity + 1);
        foreach (ushort seat in request.Seats.Span) FreeWord(seat >> 6) &= ~(1UL << seat);
        Header.FreeCount -= request.Seats.Count;
        if (request.Places != 0) HoldPlaces(request.Area, request.Places);
        HoldToken token = InsertSlow(in request);
        Debug.Assert(token == outcome.Token, "The token is the one foretold.");
        return outcome;
    }

    // Puts back what was taken and names the first seat that was not.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private SeatOutcome RefuseSlow(in HoldRequest request, int taken)
    {
        SeatMapLayout map = Layout;
        ulong seats = request.Seats.FirstFour;
        int first = BitOperations.TrailingZeroCount(~taken);
        int refused = (ushort)(seats >> (16 * first));
        for (; taken != 0; taken >>= 1)
        {
            int seat = (ushort)seats;
            if ((taken & 1) != 0) map.FreeWord(seat >> 6) |= 1UL << seat;
            seats >>= 16;
        }

        SeatResult result = Check(refused, SeatStatus.Free);
        return SeatOutcome.Of(result == SeatResult.Ok ? SeatResult.DuplicateSeat : result, refused);
    }

    private int ExpireDueSlow(long nowMs, int maxCount)
    {
        SeatMapLayout map = Layout;
        ref SeatMapHeader header = ref map.Header;
        int count = 0;
        ushort slot = header.Head;
        long nextExpiryMs;
        do
        {
            ref PackedHold hold = ref map.Slot(slot);
            Debug.Assert(ExpiryOf(map, slot) <= nowMs, "Only what is due is swept.");
            ushort next = hold.Next;
            FreeContent(map, slot, ref hold);
            FreeSlot(map, slot, ref hold);
            slot = next;
            nextExpiryMs = next == Nil ? long.MaxValue : ExpiryOf(map, next);
        }
        while (++count < maxCount && nextExpiryMs <= nowMs);

        header.Head = slot;
        header.NextExpiryMs = nextExpiryMs;
        if (slot == Nil)
        {
            header.Tail = Nil;
            header.LastExpiryMs = long.MinValue;
        }
        else
        {
            map.Slot(slot).Prev = Nil;
        }

        header.Version++;
        return count;
    }

    // Clears the free bits of at most four seats and says of each, in its bit, whether it was set. A seat named twice
    // is not free the second time, so this needs no search for duplicates. No branch depends on what is free: which of
    // them are is what nobody can predict, and a wrong guess costs as much as all four.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int TakeFree(SeatMapLayout map, ulong seats, int count, out ulong packed)
    {
        int seatCount = map.Header.SeatCount;
        int taken = 0;
        packed = 0;
        for (int i = 0; i < count; i++)
        {
            int seat = (ushort)seats;
            if (seat >= seatCount) break;
            ref ulong word = ref map.FreeWord(seat >> 6);
            ulong before = word;
            word = before & ~(1UL << seat);
            taken |= (int)((before >> seat) & 1) << i;
            packed |= PackedHold.Pack(seat, i);
            seats >>= 16;
        }

        return taken;
    }

    private void HoldPlaces(int index, int places)
    {
        ref AreaCounts area = ref _areas[index];
        Debug.Assert(area.Free >= places, "The request was checked.");
        area = area with { Held = area.Held + places };
    }

    private SeatMapLayout Layout
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_block.Span, _slotsAt);
    }

    private ref SeatMapHeader Header => ref Layout.Header;

    private ref ulong FreeWord(int word) => ref Layout.FreeWord(word);

    private ref PackedHold SlotAt(int slot) => ref Layout.Slot(slot);

    private int WordCount => _settled.Length / 2;

    // A word of a set of bits: 0 free, 1 sold, 2 blocked.
    private ref ulong Word(int set, int word) =>
        ref set == 0 ? ref FreeWord(word) : ref _settled[((set - 1) * WordCount) + word];

    private int CountBits(int set)
    {
        int count = 0;
        for (int w = 0; w < WordCount; w++) count += BitOperations.PopCount(Word(set, w));
        return count;
    }
}
