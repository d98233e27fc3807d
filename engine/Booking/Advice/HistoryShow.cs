namespace Catalog.Engine.Booking.Advice;

/// <summary>A showtime of a <see cref="SalesHistory"/>; films and theaters by index.</summary>
internal readonly record struct HistoryShow(
    ulong Id, long StartsAtMs, int Film, int Theater, int BaseCents, int Capacity, bool IsCancelled);
