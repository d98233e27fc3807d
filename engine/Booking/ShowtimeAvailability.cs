namespace Catalog.Engine.Booking;

/// <summary>How the seats and standing places of a showtime stand.</summary>
/// <param name="Free">May be held.</param>
/// <param name="Held">In holds.</param>
/// <param name="Sold">Sold.</param>
/// <param name="Blocked">Not for sale.</param>
/// <param name="Together">The most that are free side by side: seats meant for anyone, or places.</param>
public readonly record struct ShowtimeAvailability(int Free, int Held, int Sold, int Blocked, int Together)
{
    /// <summary>All of them.</summary>
    public int Capacity => Free + Held + Sold + Blocked;
}
