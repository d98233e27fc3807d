using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Where a visitor of the waiting room stands.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
public readonly record struct FindVisitor(long TimeMs, ulong UserId)
    : IQuery<VisitorAnswer>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
