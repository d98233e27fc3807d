namespace Catalog.Engine.Booking;

/// <summary>One hold, copied out of its map.</summary>
public readonly struct HoldRecord
{
    /// <summary>The hold's token.</summary>
    public HoldToken Token { get; internal init; }

    /// <summary>Whom it belongs to.</summary>
    public ulong Owner { get; internal init; }

    /// <summary>What it costs, in hundredths.</summary>
    public long AmountCents { get; internal init; }

    /// <summary>When it lapses, milliseconds since 1970.</summary>
    public long ExpiryMs { get; internal init; }

    /// <summary>The general-admission area, when <see cref="Places"/> is not zero.</summary>
    public byte Area { get; internal init; }

    /// <summary>Number of general-admission places.</summary>
    public byte Places { get; internal init; }

    /// <summary>Why the seats are held.</summary>
    public HoldKind Kind { get; internal init; }

    /// <summary>The seats.</summary>
    public SeatList Seats { get; internal init; }

    /// <summary>Seats and places together.</summary>
    public int PartySize => Seats.Count + Places;
}
