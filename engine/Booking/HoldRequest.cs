namespace Catalog.Engine.Booking;

/// <summary>
/// Seats, or places in one general-admission area, or both, that somebody wants to hold: all of them or none.
/// </summary>
public readonly record struct HoldRequest
{
    /// <summary>Whom the hold belongs to.</summary>
    public required ulong Owner { get; init; }

    /// <summary>When it lapses, milliseconds since 1970: it stands while now is earlier.</summary>
    public required long ExpiryMs { get; init; }

    /// <summary>The seats, each once.</summary>
    public SeatList Seats { get; init; }

    /// <summary>The general-admission area; looked at only when <see cref="Places"/> is not zero.</summary>
    public byte Area { get; init; }

    /// <summary>Number of places in <see cref="Area"/>, at most <see cref="SeatList.MaxCount"/>.</summary>
    public byte Places { get; init; }

    /// <summary>Why they are held.</summary>
    public HoldKind Kind { get; init; }

    /// <summary>What they cost, in hundredths; the map only remembers it.</summary>
    public long AmountCents { get; init; }
}
