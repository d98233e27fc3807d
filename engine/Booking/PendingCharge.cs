using Catalog.Engine.Core.Idempotency;

namespace Catalog.Engine.Booking;

/// <summary>A payment that was started and not finished: what somebody needs to finish it.</summary>
public readonly record struct PendingCharge
{
    /// <summary>The payment.</summary>
    public required ulong PaymentId { get; init; }

    /// <summary>The showtime whose partition waits for it.</summary>
    public required ulong ShowtimeId { get; init; }

    /// <summary>The booking it pays.</summary>
    public required ulong BookingId { get; init; }

    /// <summary>Who pays.</summary>
    public required ulong UserId { get; init; }

    /// <summary>How much, in hundredths.</summary>
    public required long AmountCents { get; init; }

    /// <summary>When it was started, milliseconds since 1970.</summary>
    public required long StartedMs { get; init; }

    /// <summary>The key it was started with, ready to finish with; none when it had none.</summary>
    public required IdempotencyKey Key { get; init; }
}
