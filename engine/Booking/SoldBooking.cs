namespace Catalog.Engine.Booking;

/// <summary>A booking that was paid.</summary>
/// <param name="UserId">Whose it is.</param>
/// <param name="PaymentId">What paid it.</param>
/// <param name="Claim">What was sold.</param>
/// <param name="IsCancelled">Whether it was cancelled since.</param>
internal readonly record struct SoldBooking(ulong UserId, ulong PaymentId, SeatClaim Claim, bool IsCancelled);
