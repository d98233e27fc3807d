using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Stops waiting.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
public readonly record struct LeaveWaitingList(long TimeMs, ulong UserId)
    : ICommand<WaitingAnswer>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
