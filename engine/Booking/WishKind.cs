namespace Catalog.Engine.Booking;

/// <summary>How somebody on a <see cref="WaitingList"/> would sit.</summary>
public enum WishKind : byte
{
    /// <summary>Anywhere, apart if need be.</summary>
    AnySeats = 0,

    /// <summary>Side by side.</summary>
    SeatsTogether = 1,

    /// <summary>In a general-admission area.</summary>
    Places = 2,
}
