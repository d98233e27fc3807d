namespace Catalog.Engine.Booking;

/// <summary>
/// Where a page of a user's bookings ends and the next begins: behind one booking, by its place in time.
/// </summary>
/// <param name="Position">The journal position of the last booking that was given.</param>
/// <param name="Row">Where it stood; a hint that saves the walk to it and may be wrong.</param>
public readonly record struct BookingCursor(long Position, int Row)
{
    /// <summary>Before the newest booking.</summary>
    public static BookingCursor Start { get; } = new(long.MaxValue, -1);

    /// <summary>Behind the oldest booking: there is no further page.</summary>
    public static BookingCursor End { get; } = new(-1, -1);

    /// <summary>Whether there is no further page.</summary>
    public bool IsEnd => Position < 0;
}
