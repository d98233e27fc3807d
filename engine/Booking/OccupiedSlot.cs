namespace Catalog.Engine.Booking;

/// <summary>A time a theater is occupied.</summary>
/// <param name="StartMs">When the film starts, milliseconds since 1970.</param>
/// <param name="UntilMs">When the theater is clean again.</param>
/// <param name="ShowtimeId">By what.</param>
internal readonly record struct OccupiedSlot(long StartMs, long UntilMs, ulong ShowtimeId);
