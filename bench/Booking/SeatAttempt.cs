namespace Catalog.Bench.Booking;

/// <summary>Somebody wants four seats of one showtime, all or none.</summary>
internal readonly record struct SeatAttempt(int Showtime, ushort A, ushort B, ushort C, ushort D);
