namespace Catalog.Engine.Booking.Advice;

/// <summary>How <see cref="BookingAdvisor"/> is trained.</summary>
public sealed record AdvisorOptions
{
    /// <summary>Where chance begins: the same seed and history give the same models.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Moments of past showtimes the demand model learns from at most.</summary>
    public int MaxDemandRows { get; init; } = 100_000;

    /// <summary>Bookings the taste model learns its weights from at most.</summary>
    public int MaxTasteRows { get; init; } = 4_000;

    /// <summary>Days forecast.</summary>
    public int ForecastDays { get; init; } = 60;
}
