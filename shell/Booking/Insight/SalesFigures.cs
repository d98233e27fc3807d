namespace Catalog.Shell.Booking.Insight;

/// <summary>What was sold of something, or on a day.</summary>
public readonly record struct SalesFigures
{
    /// <summary>Holds that were taken.</summary>
    public long Reservations { get; init; }

    /// <summary>Holds that were not paid in time.</summary>
    public long Lapses { get; init; }

    /// <summary>Bookings that were paid.</summary>
    public long Bookings { get; init; }

    /// <summary>Seats and places of those.</summary>
    public long Seats { get; init; }

    /// <summary>What was paid for those, in hundredths.</summary>
    public long GrossCents { get; init; }

    /// <summary>Bookings that were cancelled.</summary>
    public long Cancellations { get; init; }

    /// <summary>What went back for those, in hundredths.</summary>
    public long RefundedCents { get; init; }

    /// <summary>What is left, in hundredths.</summary>
    public long RevenueCents => GrossCents - RefundedCents;

    /// <summary>Adds up.</summary>
    public static SalesFigures operator +(in SalesFigures left, in SalesFigures right) => new()
    {
        Reservations = left.Reservations + right.Reservations,
        Lapses = left.Lapses + right.Lapses,
        Bookings = left.Bookings + right.Bookings,
        Seats = left.Seats + right.Seats,
        GrossCents = left.GrossCents + right.GrossCents,
        Cancellations = left.Cancellations + right.Cancellations,
        RefundedCents = left.RefundedCents + right.RefundedCents,
    };
}
