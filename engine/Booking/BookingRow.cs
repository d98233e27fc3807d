namespace Catalog.Engine.Booking;

/// <summary>A booking's record in <see cref="UserBookings"/>, 104 bytes.</summary>
// mutable: rows are changed in place.
internal struct BookingRow
{
    /// <summary>The hold lapsed or was taken away while a payment is with the provider.</summary>
    internal const byte IsHoldGone = 1;

    /// <summary>Confirmed after its hold had run out.</summary>
    internal const byte IsLate = 2;

    /// <summary>Cancelled by the house.</summary>
    internal const byte IsByHouse = 4;

    /// <summary>Began as an offer.</summary>
    internal const byte WasOffered = 8;

    /// <summary>Its hold was made to last longer.</summary>
    internal const byte WasExtended = 16;

    internal ulong ShowtimeId;
    internal ulong BookingId;
    internal ulong PaymentId;
    internal long Position;
    internal long CreatedAtMs;
    internal long AtMs;

    // The claim in its parts, so that the small ones stand with the small ones.
    private SeatList _seats;
    private long _amountCents;

    /// <summary>Index of the user.</summary>
    internal int User;

    /// <summary>The user's booking before this one, or -1.</summary>
    internal int Older;

    /// <summary>The user's booking after this one, or -1.</summary>
    internal int Newer;

    /// <summary>The next row in the same bucket, or -1; in a free row, the next free one.</summary>
    internal int Next;

    /// <summary>0 in a free row.</summary>
    internal UserBookingStatus Status;

    internal byte Flags;
    private byte _area;
    private byte _places;

    internal SeatClaim Claim
    {
        readonly get => new(_seats, _area, _places, _amountCents);
        set => (_seats, _area, _places, _amountCents) = (value.Seats, value.Area, value.Places, value.AmountCents);
    }

    internal readonly bool IsFree => Status == 0;

    internal readonly bool IsAbandoned => Status is UserBookingStatus.Lapsed or UserBookingStatus.Released;

    internal readonly bool Has(byte flag) => (Flags & flag) != 0;
}
