namespace Catalog.Engine.Booking;

/// <summary>Somebody on a <see cref="WaitingList"/> whose wish can be met, and how.</summary>
/// <param name="Owner">Who.</param>
/// <param name="Wish">Their wish.</param>
/// <param name="Seats">The seats to offer; none for places in an area.</param>
public readonly record struct WaitingMatch(ulong Owner, WaitingWish Wish, SeatList Seats);
