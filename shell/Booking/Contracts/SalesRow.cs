namespace Catalog.Shell.Booking.Contracts;

/// <summary>The figures of a day, a film or a theater; amounts in hundredths.</summary>
public sealed record SalesRow
{
    /// <summary>The day as yyyy-MM-dd, the id of the film or theater, or <c>total</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The film's title or the theater's name, where there is one.</summary>
    public string? Name { get; init; }

    /// <summary>Holds that were taken.</summary>
    public long Reservations { get; init; }

    /// <summary>Holds that were not paid in time.</summary>
    public long Lapses { get; init; }

    /// <summary>Bookings that were paid.</summary>
    public long Bookings { get; init; }

    /// <summary>Seats and places of those.</summary>
    public long Seats { get; init; }

    /// <summary>Bookings that were cancelled.</summary>
    public long Cancellations { get; init; }

    /// <summary>What was paid.</summary>
    public long GrossCents { get; init; }

    /// <summary>What went back.</summary>
    public long RefundedCents { get; init; }

    /// <summary>What is left.</summary>
    public long RevenueCents { get; init; }
}
