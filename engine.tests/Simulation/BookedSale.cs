using Catalog.Engine.Booking;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>A sold booking in the books.</summary>
internal sealed record BookedSale(ulong BookingId, ulong UserId, SeatClaim Claim, bool IsCancelled);
