using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Leaves the queue or hands the pass back.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
public readonly record struct LeaveWaitingRoom(long TimeMs, ulong UserId)
    : ICommand<VisitorAnswer>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
