namespace Catalog.Engine.Booking;

/// <summary>A hold that has not lapsed, as the box office sees it.</summary>
/// <param name="BookingId">The booking it belongs to.</param>
/// <param name="Hold">Seats, owner, expiry.</param>
/// <param name="IsPaying">Whether a payment for it is under way.</param>
public readonly record struct LiveHold(ulong BookingId, HoldRecord Hold, bool IsPaying);
