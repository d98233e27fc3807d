namespace Catalog.Engine.Booking.Advice;

/// <summary>A day that was not like others.</summary>
/// <param name="Day">The UTC day.</param>
/// <param name="Bookings">Bookings made on it.</param>
/// <param name="Expected">Bookings that were to be expected.</param>
/// <param name="Score">How many spreads away that is: below 0 there were too few.</param>
public readonly record struct UnusualDay(DateOnly Day, double Bookings, double Expected, double Score)
{
    /// <summary>
    /// From this score on a day is called unusual: stricter than for single values, for every day of half a year is
    /// looked at.
    /// </summary>
    public const double Threshold = 4.5;
}
