using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Queues up, or is let in at once when there is room.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
public readonly record struct EnterWaitingRoom(long TimeMs, ulong UserId)
    : ICommand<VisitorAnswer>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
