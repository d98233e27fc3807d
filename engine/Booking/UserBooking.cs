namespace Catalog.Engine.Booking;

/// <summary>One booking of a user as <see cref="UserBookings"/> knows it.</summary>
public readonly record struct UserBooking
{
    /// <summary>The showtime.</summary>
    public required ulong ShowtimeId { get; init; }

    /// <summary>The booking, unique within its showtime.</summary>
    public required ulong BookingId { get; init; }

    /// <summary>Whose it is.</summary>
    public required ulong UserId { get; init; }

    /// <summary>The last payment, or 0.</summary>
    public required ulong PaymentId { get; init; }

    /// <summary>Seats, places and price.</summary>
    public required SeatClaim Claim { get; init; }

    /// <summary>Where it stands, as far as it was announced; see <see cref="StatusAt"/>.</summary>
    public required UserBookingStatus Status { get; init; }

    /// <summary>Where the journal has its first fact: newer bookings have greater ones.</summary>
    public required long Position { get; init; }

    /// <summary>When it was made, milliseconds since 1970.</summary>
    public required long CreatedAtMs { get; init; }

    /// <summary>
    /// When the hold runs out while it is held, offered, being paid or declined; else when it last changed.
    /// Milliseconds since 1970.
    /// </summary>
    public required long AtMs { get; init; }

    /// <summary>Whether it was confirmed after its hold had run out.</summary>
    public required bool IsLate { get; init; }

    /// <summary>Whether the house cancelled it.</summary>
    public required bool IsByHouse { get; init; }

    /// <summary>Whether it began as an offer from the waiting list.</summary>
    public required bool WasOffered { get; init; }

    /// <summary>Whether its hold was made to last longer, which a showtime allows so often and no more.</summary>
    public required bool WasExtended { get; init; }

    /// <summary>Whether its hold is over while a payment, which decides what becomes of it, is being made.</summary>
    public bool IsHoldGone { get; init; }

    /// <summary>When the hold runs out, milliseconds since 1970; 0 when there is none.</summary>
    public long ExpiryMs => IsHeld ? AtMs : 0;

    private bool IsHeld => Status is >= UserBookingStatus.Held and <= UserBookingStatus.Declined;

    /// <summary>
    /// Where it stands at <paramref name="nowMs"/>: a hold past its time is over before that is announced.
    /// </summary>
    public UserBookingStatus StatusAt(long nowMs) =>
        IsHeld && Status != UserBookingStatus.Paying && AtMs <= nowMs ? UserBookingStatus.Lapsed : Status;
}
