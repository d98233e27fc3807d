namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>A day's figure.</summary>
/// <param name="Day">The UTC day.</param>
/// <param name="Value">The figure.</param>
public sealed record DayValueAnswer(DateOnly Day, double Value);
