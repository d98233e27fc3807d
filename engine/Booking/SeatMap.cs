using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Catalog.Engine.Booking;

/// <summary>
/// The seats of one showtime: which are free, held, sold or blocked, and every hold with its expiry.
/// </summary>
/// <remarks>
/// <code>
/// _words    free 0..w-1 │ sold w..2w-1 │ blocked 2w..3w-1     a bit a seat; held = none of the three
/// _records  slot 0 │ slot 1 │ …                               64 bytes a hold
///           live: _head → … → _tail, by expiry, both ways     free: _freeHead → …, last freed first
/// _areas    capacity, held, sold                              a general-admission area
/// </code>
/// A hold of four seats among a thousand touches the object, two or three lines of the free bits, the record that was
/// freed last, and the list's tail. A list sorted by expiry is filled from its tail, so while all holds last equally
/// long that is O(1); a hold that lapses earlier than others walks past those.
/// <para>Invariants:
/// 1. free, sold and blocked are disjoint and name no seat beyond the plan;
/// 2. every seat that is none of the three is in exactly one live hold, and a live hold has no other seats;
/// 3. the counters equal the bits;
/// 4. the list runs both ways over all live records, its expiries never fall, its ends are what the header remembers;
/// 5. the free list runs over all other records below the high-water mark, each once;
/// 6. a live record's token names its own slot and a generation that was given;
/// 7. an area's held places are the sum over its holds, and held + sold never exceed its capacity.</para>
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

    // Two kilobytes: what a usual house needs is then allocated in one go with the map and mostly shares its pages,
    // which makes a hold on a cold map a tenth faster (10,000 maps of 1,000 seats, 14 holds each) than growing from 16.
    private const int FirstCapacity = 32;

    private readonly ulong[] _words;
    private readonly AreaCounts[] _areas;
    private readonly int _seatCount;
    private readonly int _wordCount;
    private readonly int _maxHolds;
    private HoldRecord[] _records;
    private long _nextExpiryMs = long.MaxValue;
    private long _lastExpiryMs = long.MinValue;
    private ulong _generation;
    private ulong _version;
    private int _freeCount;
    private int _soldCount;
    private int _blockedCount;
    private int _holdCount;
    private int _slotCount;
    private ushort _head = Nil;
    private ushort _tail = Nil;
    private ushort _freeHead = Nil;

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
        _seatCount = seatCount;
        _wordCount = (seatCount + 63) / 64;
        _maxHolds = maxHolds;
        _words = new ulong[3 * _wordCount];
        _records = new HoldRecord[Math.Min(maxHolds, FirstCapacity)];
        _areas = new AreaCounts[areaCapacities.Length];
        for (int i = 0; i < areaCapacities.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(areaCapacities[i], nameof(areaCapacities));
            _areas[i] = new AreaCounts(areaCapacities[i], 0, 0);
        }

        _words.AsSpan(0, _wordCount).Fill(ulong.MaxValue);
        if (seatCount % 64 != 0) _words[_wordCount - 1] = (1UL << (seatCount % 64)) - 1;
        _freeCount = seatCount;
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
    public int SeatCount => _seatCount;

    /// <summary>Number of general-admission areas.</summary>
    public int AreaCount => _areas.Length;

    /// <summary>How many holds may stand at once.</summary>
    public int HoldCapacity => _maxHolds;

    /// <summary>Number of holds that stand, lapsed ones included until they are swept.</summary>
    public int HoldCount => _holdCount;

    /// <summary>Number of seats anyone may hold.</summary>
    public int FreeCount => _freeCount;

    /// <summary>Number of seats in holds.</summary>
    public int HeldCount => _seatCount - _freeCount - _soldCount - _blockedCount;

    /// <summary>Number of sold seats.</summary>
    public int SoldCount => _soldCount;

    /// <summary>Number of seats off sale.</summary>
    public int BlockedCount => _blockedCount;

    /// <summary>Grows by one with every call that changed something.</summary>
    public ulong Version => _version;

    /// <summary>When the first hold lapses, or <see cref="long.MaxValue"/> when there is none. O(1).</summary>
    public long NextExpiryMs => _nextExpiryMs;

    /// <summary>The token the next hold will get: known before it is made, so that it can be recorded.</summary>
    public HoldToken NextToken => new(_generation + 1, _freeHead == Nil ? _slotCount : _freeHead);

    /// <summary>The token <see cref="Extend"/> or <see cref="Transfer"/> will give a hold.</summary>
    public HoldToken NextTokenFor(HoldToken token) => new(_generation + 1, token.Slot);

    /// <summary>How an area's places stand.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such area.</exception>
    public AreaCounts Area(int area) => _areas[area];

    /// <summary>
    /// Holds all seats and places of the request, or none and says why. O(seats) while holds last equally long;
    /// 0 B. Gives exactly what <see cref="CanHold"/> foretells.
    /// </summary>
    public SeatOutcome Hold(in HoldRequest request)
    {
        ReadOnlySpan<ushort> seats = request.Seats.Span;
        if (request.Places != 0 || seats.IsEmpty || _holdCount == _maxHolds) return HoldSlow(in request);
        int taken = TakeFree(seats);
        if (taken != seats.Length)
        {
            PutBack(seats[..taken]);
            return Refused(CanHold(in request));
        }

        _freeCount -= seats.Length;
        return new SeatOutcome(SeatResult.Ok, Insert(in request), -1);
    }

    /// <summary>
    /// Frees every hold whose expiry is not later than <paramref name="nowMs"/>, earliest first, at most
    /// <paramref name="maxCount"/>. Amortised O(1) a hold; O(1) when none is due; 0 B.
    /// </summary>
    /// <returns>Number of holds freed.</returns>
    public int ExpireDue(long nowMs, int maxCount = int.MaxValue) =>
        _nextExpiryMs > nowMs || maxCount <= 0 ? 0 : ExpireDueSlow(nowMs, maxCount);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private SeatOutcome HoldSlow(in HoldRequest request)
    {
        SeatOutcome outcome = CanHold(in request);
        if (!outcome.IsOk) return outcome;
        Take(in request);
        HoldToken token = Insert(in request);
        Debug.Assert(token == outcome.Token, "The token is the one foretold.");
        return outcome;
    }

    private static SeatOutcome Refused(SeatOutcome outcome)
    {
        Debug.Assert(!outcome.IsOk, "A seat that could not be taken is refused.");
        return outcome;
    }

    private int ExpireDueSlow(long nowMs, int maxCount)
    {
        int count = 0;
        do
        {
            ushort slot = _head;
            ref HoldRecord record = ref _records[slot];
            Debug.Assert(record.ExpiryMs == _nextExpiryMs, "The header remembers the head's expiry.");
            FreeContent(in record);
            _head = record.Next;
            _nextExpiryMs = _head == Nil ? long.MaxValue : _records[_head].ExpiryMs;
            FreeSlot(slot, ref record);
        }
        while (++count < maxCount && _nextExpiryMs <= nowMs);

        if (_head == Nil)
        {
            _tail = Nil;
            _lastExpiryMs = long.MinValue;
        }
        else
        {
            _records[_head].Prev = Nil;
        }

        _version++;
        return count;
    }

    // Clears free bits until one is not set; what was cleared before a refusal is put back by the caller.
    // A seat named twice is not free the second time, so this needs no search for duplicates.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int TakeFree(ReadOnlySpan<ushort> seats)
    {
        ulong[] words = _words;
        int i = 0;
        for (; i < seats.Length; i++)
        {
            int seat = seats[i];
            if (seat >= _seatCount) break;
            ref ulong word = ref words[seat >> 6];
            ulong bit = 1UL << seat;
            if ((word & bit) == 0) break;
            word ^= bit;
        }

        return i;
    }

    private void PutBack(ReadOnlySpan<ushort> seats)
    {
        foreach (ushort seat in seats) _words[seat >> 6] |= 1UL << seat;
    }

    private void Take(in HoldRequest request)
    {
        int taken = TakeFree(request.Seats.Span);
        Debug.Assert(taken == request.Seats.Count, "The request was checked.");
        _freeCount -= taken;
        if (request.Places == 0) return;
        ref AreaCounts area = ref _areas[request.Area];
        area = area with { Held = area.Held + request.Places };
    }

    // Counts the bits of a set: 0 free, 1 sold, 2 blocked.
    private int CountBits(int set)
    {
        int count = 0;
        foreach (ulong word in _words.AsSpan(set * _wordCount, _wordCount)) count += BitOperations.PopCount(word);
        return count;
    }
}
