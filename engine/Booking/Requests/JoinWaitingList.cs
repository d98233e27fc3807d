using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Waits for seats to come back.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="Wish">What would be taken.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct JoinWaitingList(
    long TimeMs, ulong UserId, WaitingWish Wish, IdempotencyKey Idempotency = default)
    : ICommand<WaitingAnswer>;
