namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>What an answer was learned from.</summary>
/// <param name="TrainedAt">When; absent before the first training.</param>
/// <param name="Bookings">Paid bookings.</param>
/// <param name="PastShowtimes">Showtimes that had started.</param>
public sealed record AdviceBasisAnswer(DateTime? TrainedAt, int Bookings, int PastShowtimes);
