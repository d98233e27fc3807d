using Catalog.Engine.Booking;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>A booking a client was told of.</summary>
internal readonly record struct KnownBooking(
    ulong ShowtimeId, ulong UserId, ulong BookingId, HoldToken Token, SeatClaim Claim);
