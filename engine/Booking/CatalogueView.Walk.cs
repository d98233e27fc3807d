namespace Catalog.Engine.Booking;

/// <content>Going through all showtimes.</content>
public sealed partial class CatalogueView
{
    /// <summary>
    /// Copies showtimes in the order they were added, cancelled ones included. O(copied), allocates nothing.
    /// </summary>
    /// <param name="from">0, or how many were copied before: showtimes are never removed.</param>
    /// <param name="into">Where they go.</param>
    /// <returns>How many were copied; fewer than there is room for when that was the last.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is negative.</exception>
    public int CopyShowtimes(int from, Span<ShowtimeListing> into)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        int count = Math.Clamp(_showtimes.Count - from, 0, into.Length);
        for (int i = 0; i < count; i++) into[i] = ListingOf(from + i);
        return count;
    }

    /// <summary>
    /// Copies showtimes that start in a time and take place, the earliest first, in the few numbers that scoring
    /// needs. O(copied + log showtimes), allocates nothing.
    /// </summary>
    /// <param name="fromMs">From then on, milliseconds since 1970.</param>
    /// <param name="untilMs">Before then.</param>
    /// <param name="into">Where they go.</param>
    /// <returns>How many were copied.</returns>
    public int CopyUpcoming(long fromMs, long untilMs, Span<UpcomingShowtime> into)
    {
        int count = 0;
        foreach (int row in _showtimes.ByTime[_showtimes.CountBefore(fromMs)..])
        {
            ref readonly ShowtimeKeys keys = ref _showtimes.Keys[row];
            if (keys.StartsAtMs >= untilMs || count == into.Length) break;
            if (keys.IsCancelled) continue;
            Movie movie = _movies.At(keys.MovieSlot).Record;
            Theater theater = _theaters.At(keys.TheaterSlot).Record;
            int capacity = _showtimes.Seats(row).Plan.Capacity;
            into[count++] = new UpcomingShowtime(
                keys.Id, keys.StartsAtMs, movie, theater, keys.BaseCents, keys.Free, keys.Sold, capacity);
        }

        return count;
    }
}
