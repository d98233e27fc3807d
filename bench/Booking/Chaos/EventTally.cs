namespace Catalog.Bench.Booking.Chaos;

/// <summary>Events of the journal, and what was read from topics.</summary>
/// <param name="Written">Events the journal's facts become.</param>
/// <param name="Again">Messages that came more than once.</param>
internal readonly record struct EventTally(long Written, long Again);
