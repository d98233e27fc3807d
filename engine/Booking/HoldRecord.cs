namespace Catalog.Engine.Booking;

/// <summary>One hold as the map keeps it: 64 bytes, one cache line's worth.</summary>
/// <remarks>
/// <code>
///  0 token 8  │  8 owner 8  │ 16 amount 8 │ 24 expiry 8
/// 32 next 2   │ 34 prev 2   │ 36 area 1 │ 37 places 1 │ 38 kind 1 │ 40 seats 22
/// </code>
/// Expiry and links stand together: a neighbour in the list is touched for nothing else.
/// Not a readonly struct: the map changes its records in place.
/// </remarks>
// mutable: the map changes its records in place.
public struct HoldRecord
{
    /// <summary>The hold's token; none when the record is free.</summary>
    public HoldToken Token { get; internal set; }

    /// <summary>Whom it belongs to.</summary>
    public ulong Owner { get; internal set; }

    /// <summary>What it costs, in hundredths.</summary>
    public long AmountCents { get; internal set; }

    /// <summary>When it lapses, milliseconds since 1970.</summary>
    public long ExpiryMs { get; internal set; }

    /// <summary>The next record: by expiry when live, of the free list when free.</summary>
    internal ushort Next { get; set; }

    /// <summary>The previous record by expiry.</summary>
    internal ushort Prev { get; set; }

    /// <summary>The general-admission area, when <see cref="Places"/> is not zero.</summary>
    public byte Area { get; internal set; }

    /// <summary>Number of general-admission places.</summary>
    public byte Places { get; internal set; }

    /// <summary>Why the seats are held.</summary>
    public HoldKind Kind { get; internal set; }

    /// <summary>The seats.</summary>
    public SeatList Seats { get; internal set; }

    /// <summary>Seats and places together.</summary>
    public readonly int PartySize => Seats.Count + Places;
}
