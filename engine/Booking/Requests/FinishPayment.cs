using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>
/// Ends a payment as the provider said. Where the hold lapsed meanwhile: taken again if still free, else refunded.
/// </summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="PaymentId">The payment.</param>
/// <param name="IsApproved">Whether the provider took the money.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct FinishPayment(
    long TimeMs, ulong PaymentId, bool IsApproved, IdempotencyKey Idempotency = default)
    : ICommand<PaymentResult>;
