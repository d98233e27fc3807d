using Catalog.Engine.Booking;
using Catalog.Engine.Core.Idempotency;

namespace Catalog.Shell.Booking.Payments;

/// <summary>A wish to pay for a hold.</summary>
/// <param name="ShowtimeId">The showtime.</param>
/// <param name="Hold">Whose booking, with which fencing token, if any.</param>
/// <param name="CardToken">What to pay with.</param>
/// <param name="Key">Makes repeating harmless; its phase does not matter.</param>
public readonly record struct ConfirmRequest(
    ulong ShowtimeId, HoldReference Hold, string CardToken, IdempotencyKey Key);
