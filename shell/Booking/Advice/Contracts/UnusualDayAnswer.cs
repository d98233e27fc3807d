namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>A day that was not like others.</summary>
/// <param name="Day">The UTC day.</param>
/// <param name="Bookings">Bookings made on it.</param>
/// <param name="Expected">Bookings that were to be expected.</param>
/// <param name="Score">How unusual that is: 4.5 spreads and more; below 0 there were too few.</param>
/// <param name="Text">The same as a sentence.</param>
public sealed record UnusualDayAnswer(DateOnly Day, double Bookings, double Expected, double Score, string Text);
