namespace Catalog.Engine.Booking;

/// <content>What insight takes from it.</content>
public sealed partial class CatalogueView
{
    /// <summary>
    /// How full the showtimes of a time are, and the emptiest or fullest of them; of equals the one that begins first.
    /// O(showtimes in that time log limit).
    /// </summary>
    /// <param name="query">Which ones.</param>
    /// <param name="total">All of them together.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public IReadOnlyList<ShowtimeListing> ListByOccupancy(in OccupancyQuery query, out Occupancy total)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.Limit);
        total = default;
        double direction = query.IsFullestFirst ? -1 : 1;
        // The worst of the best so far is on top: the largest share, and the latest of equals.
        var best = new PriorityQueue<int, (double Share, int Rank)>(
            Comparer<(double, int)>.Create(static (left, right) => right.CompareTo(left)));
        int end = _showtimes.CountBefore(query.ToMs);
        for (int rank = _showtimes.CountBefore(query.FromMs); rank < end; rank++)
        {
            int row = _showtimes.ByTime[rank];
            Showtime showtime = _showtimes.Record(row);
            if (showtime.Status == ShowtimeStatus.Cancelled) continue;
            if (query.MovieId is { } movie && movie != showtime.MovieId) continue;
            if (query.TheaterId is { } theater && theater != showtime.TheaterId) continue;
            ShowtimeAvailability seats = _showtimes.Seats(row).Availability;
            total = total.With(in seats);
            (double, int) place = (direction * Occupancy.Of(in seats).Share, rank);
            if (best.Count < query.Limit) best.Enqueue(row, place);
            else best.EnqueueDequeue(row, place);
        }

        var listed = new ShowtimeListing[best.Count];
        for (int i = listed.Length - 1; i >= 0; i--) listed[i] = ListingOf(best.Dequeue());
        return listed;
    }

    /// <summary>Copies what showtimes belong to. O(everything).</summary>
    internal void CopyTo(InsightCatalogue catalogue)
    {
        for (int slot = 0; slot < _theaters.SlotCount; slot++)
            if (_theaters.At(slot).Record is { } theater) catalogue.Put(theater);
        for (int slot = 0; slot < _movies.SlotCount; slot++)
            if (_movies.At(slot).Record is { } movie) catalogue.Put(movie);
        for (int row = 0; row < _showtimes.Count; row++) catalogue.Put(_showtimes.Record(row));
    }
}
