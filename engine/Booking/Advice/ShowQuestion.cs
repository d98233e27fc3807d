namespace Catalog.Engine.Booking.Advice;

/// <summary>A showtime at a moment, as a <see cref="DemandState"/> is asked about it.</summary>
/// <param name="Film">The film's number, or -1.</param>
/// <param name="Theater">The theater's number, or -1.</param>
/// <param name="Genre">The genre's number, or -1.</param>
/// <param name="ReleasedMs">When the film came out.</param>
/// <param name="StartsAtMs">When it starts.</param>
/// <param name="Capacity">Seats and places.</param>
/// <param name="BaseCents">The price.</param>
/// <param name="Sold">What is sold by then.</param>
/// <param name="NowMs">The moment.</param>
internal readonly record struct ShowQuestion(
    int Film, int Theater, int Genre, long ReleasedMs, long StartsAtMs, int Capacity, int BaseCents, int Sold,
    long NowMs)
{
    public double HoursUntil => Math.Max(0, StartsAtMs - NowMs) / (double)ShowSlots.HourMs;
}
