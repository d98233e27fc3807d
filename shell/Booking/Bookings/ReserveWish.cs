using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Bookings;

/// <summary>What a reservation asks for, in the engine's terms.</summary>
/// <param name="ShowtimeId">The showtime.</param>
/// <param name="Plan">Its seats.</param>
/// <param name="Seats">Seats chosen by hand.</param>
internal readonly record struct ReserveWish(ulong ShowtimeId, SeatPlan Plan, SeatList Seats)
{
    /// <summary>The general-admission area, when there are <see cref="Places"/>.</summary>
    public byte Area { get; init; }

    /// <summary>Places in it.</summary>
    public byte Places { get; init; }

    /// <summary>Whether accessible seats may be taken.</summary>
    public bool NeedsAccess { get; init; }

    /// <summary>What the best seats are, when the showtime is to choose.</summary>
    public SeatWish? Best { get; init; }
}
