using Catalog.Engine.Booking;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>A hold in the books.</summary>
internal sealed record BookedHold(
    ulong BookingId, ulong Token, ulong UserId, SeatClaim Claim, long ExpiryMs, int Extensions);
