namespace Catalog.Engine.Booking;

/// <summary>A payment that is with the provider.</summary>
/// <param name="BookingId">The booking it pays.</param>
/// <param name="UserId">Who pays.</param>
/// <param name="Claim">What is paid for, should the hold lapse meanwhile.</param>
/// <param name="StartedMs">Since when, milliseconds since 1970.</param>
internal readonly record struct PendingPayment(ulong BookingId, ulong UserId, SeatClaim Claim, long StartedMs);
