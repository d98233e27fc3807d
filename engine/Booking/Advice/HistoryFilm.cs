namespace Catalog.Engine.Booking.Advice;

/// <summary>A film of a <see cref="HistoryHouse"/>.</summary>
internal readonly record struct HistoryFilm(ulong Id, string Title, int Genre, long ReleasedMs);
