using System.Runtime.CompilerServices;

namespace Catalog.Engine.Booking;

/// <summary>A slot of the hold table in 32 bytes, so that two share a cache line.</summary>
/// <remarks>
/// <code>
/// _owner   owner 64
/// _seats   prev 16 │ fourth seat 12 │ third 12 │ second 12 │ first 12
/// _fence   generation 40 │ – 3 │ wide 1 │ kind 1 │ seat count 3 │ next 16
/// _due     expiry 42 │ amount 22
/// </code>
/// That is room for four seats of 4,096, for 10¹² generations, for times until the year 2109 and for amounts up to
/// 41,943.03. Any other hold is <em>wide</em>: only its links stand here, the rest in a table beside.
/// A free slot has its link in <c>next</c> and nothing else in <c>_fence</c>.
/// </remarks>
// mutable: the map works on its slots in place.
internal struct PackedHold
{
    public const int SizeBytes = 32;
    public const int MaxSeats = 4;
    private const int SeatBits = 12;
    private const ulong SeatMask = (1 << SeatBits) - 1;
    private const int PrevShift = 48;
    private const ulong NextMask = ushort.MaxValue;
    private const int CountShift = 16;
    private const int KindShift = 19;
    private const ulong WideBit = 1UL << 20;
    private const int GenerationShift = 24;
    private const int AmountBits = 22;
    private const long ExpiryLimitMs = 1L << 42;
    private const ulong GenerationLimit = 1UL << 40;

    private ulong _owner;
    private ulong _seats;
    private ulong _fence;
    private ulong _due;

    public readonly bool IsFree => (_fence >> CountShift) == 0;

    public readonly bool IsWide => (_fence & WideBit) != 0;

    public readonly ulong Owner => _owner;

    public readonly int SeatCount => (int)(_fence >> CountShift) & 7;

    /// <summary>The seats as <see cref="FirstSeat"/> takes them; what stands above the last is not a seat.</summary>
    public readonly ulong Seats => _seats;

    public readonly HoldKind Kind => (HoldKind)((_fence >> KindShift) & 1);

    public readonly ulong Generation => _fence >> GenerationShift;

    public readonly long ExpiryMs => (long)(_due >> AmountBits);

    public readonly long AmountCents => (long)(_due & ((1 << AmountBits) - 1));

    public ushort Next
    {
        readonly get => (ushort)_fence;
        set => _fence = (_fence & ~NextMask) | value;
    }

    public ushort Prev
    {
        readonly get => (ushort)(_seats >> PrevShift);
        set => _seats = (_seats & ((1UL << PrevShift) - 1)) | ((ulong)value << PrevShift);
    }

    /// <summary>The seat in the lowest bits of <see cref="Seats"/>.</summary>
    public static int FirstSeat(ulong seats) => (int)(seats & SeatMask);

    /// <summary>The seats behind the first.</summary>
    public static ulong NextSeats(ulong seats) => seats >> SeatBits;

    /// <summary>A seat where it stands among packed ones.</summary>
    public static ulong Pack(int seat, int index) => (ulong)(uint)seat << (SeatBits * index);

    /// <summary>At most four seats, packed.</summary>
    public static ulong Pack(ReadOnlySpan<ushort> seats)
    {
        ulong packed = 0;
        for (int i = 0; i < seats.Length; i++) packed |= Pack(seats[i], i);
        return packed;
    }

    /// <summary>Whether a hold needs no place beside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Fits(in HoldRequest hold, ulong generation) =>
        hold.Places == 0 && (uint)(hold.Seats.Count - 1) < MaxSeats && FitsDue(hold.ExpiryMs, hold.AmountCents) &&
        hold.Kind <= HoldKind.Offer && generation < GenerationLimit;

    public static bool FitsDue(long expiryMs, long amountCents) =>
        (ulong)expiryMs < (ulong)ExpiryLimitMs && (ulong)amountCents < 1UL << AmountBits;

    public static bool FitsGeneration(ulong generation) => generation < GenerationLimit;

    /// <summary>Fills the slot; its links are set apart from that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(in HoldRequest hold, ulong seats, ulong generation)
    {
        _owner = hold.Owner;
        _seats = seats;
        _fence = (generation << GenerationShift) | ((ulong)hold.Kind << KindShift) |
            ((ulong)(uint)hold.Seats.Count << CountShift);
        _due = ((ulong)hold.ExpiryMs << AmountBits) | (ulong)hold.AmountCents;
    }

    /// <summary>Sets both links of a slot that was just filled.</summary>
    public void SetLinks(ushort prev, ushort next)
    {
        Prev = prev;
        Next = next;
    }

    /// <summary>Says that the hold stands in the table beside. The links stay.</summary>
    public void SetWide()
    {
        _owner = 0;
        _seats &= ~((1UL << PrevShift) - 1);
        _fence = (_fence & NextMask) | WideBit;
        _due = 0;
    }

    public void SetOwner(ulong owner) => _owner = owner;

    public void SetExpiry(long expiryMs) => _due = ((ulong)expiryMs << AmountBits) | (ulong)AmountCents;

    public void SetGeneration(ulong generation) =>
        _fence = (_fence & ((1UL << GenerationShift) - 1)) | (generation << GenerationShift);

    /// <summary>Empties the slot and links it to the next free one.</summary>
    public void Free(ushort nextFree) => _fence = nextFree;
}
