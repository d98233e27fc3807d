using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>
/// Begins paying for a hold. Where the hold has lapsed, the seats it had are taken again if they are all still free.
/// </summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="BookingId">The booking.</param>
/// <param name="Token">The fencing token the caller knows, or none to take the hold as it is.</param>
/// <param name="PaymentId">The payment, unique.</param>
/// <param name="Lapsed">What the hold had, for when it has lapsed; empty when not known.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct StartPayment(
    long TimeMs, ulong UserId, ulong BookingId, HoldToken Token, ulong PaymentId, SeatClaim Lapsed = default,
    IdempotencyKey Idempotency = default)
    : ICommand<PaymentResult>;
