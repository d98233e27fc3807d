namespace Catalog.Engine.Booking;

/// <summary>Whether a showtime takes place.</summary>
public enum ShowtimeStatus : byte
{
    /// <summary>It does, or did.</summary>
    Scheduled = 0,

    /// <summary>It was called off; that is for good.</summary>
    Cancelled = 1,
}
