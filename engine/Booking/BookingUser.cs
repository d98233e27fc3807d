namespace Catalog.Engine.Booking;

/// <summary>A user's record in <see cref="UserBookings"/>, 32 bytes.</summary>
// mutable: records are changed in place.
internal struct BookingUser
{
    internal ulong UserId;
    internal long SpentCents;

    /// <summary>The newest booking's row, or -1.</summary>
    internal int Newest;

    internal int Count;
    internal int ConfirmedCount;
}
