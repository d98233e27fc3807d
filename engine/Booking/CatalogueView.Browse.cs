using Catalog.Engine.Models.Text;

namespace Catalog.Engine.Booking;

/// <content>Listing showtimes.</content>
public sealed partial class CatalogueView
{
    private const long DayMs = 24 * 60 * 60 * 1000;

    /// <summary>
    /// Lists showtimes. One scan of those in the time asked for: O(showtimes + page log page), allocating the page.
    /// </summary>
    /// <param name="query">Which, in which order, which part.</param>
    /// <param name="nowMs">What has started by then is past, milliseconds since 1970.</param>
    /// <param name="page">The rows; none when refused.</param>
    /// <returns>Why not, if not.</returns>
    public BrowseStatus Browse(ShowtimeQuery query, long nowMs, out CataloguePage<ShowtimeListing> page)
    {
        ArgumentNullException.ThrowIfNull(query);
        page = CataloguePage<ShowtimeListing>.Empty;
        BrowseStatus status = BrowseLimits.Check(query.Limit, query.Search);
        if (status != BrowseStatus.Ok) return status;
        long skipped = (query.Page - 1L) * query.Limit;
        bool isPage = query.Page >= 1 && skipped + query.Limit <= BrowseLimits.MaxOffset;
        if (!isPage || (query.Cursor is not null && query.Page != 1)) return BrowseStatus.PageInvalid;
        ulong hash = query.FilterHash();
        ShowtimeCursor after = default;
        if (query.Cursor is not null)
        {
            if (!ShowtimeCursor.TryDecode(query.Cursor, out after)) return BrowseStatus.CursorInvalid;
            if (after.FilterHash != hash) return BrowseStatus.CursorOfOtherFilter;
        }

        RankedRow? from = query.Cursor is null ? null : after.Rank;
        page = Select(query, nowMs, from, (int)skipped, hash);
        return BrowseStatus.Ok;
    }

    /// <summary>A film, its next showtimes, and what they add up to. O(showtimes).</summary>
    /// <param name="movieId">The film.</param>
    /// <param name="nowMs">What has started by then is past, milliseconds since 1970.</param>
    /// <param name="nextCount">How many of the next showtimes to give.</param>
    /// <returns>Null when there is no such film.</returns>
    public MovieDetail? FindMovieDetail(ulong movieId, long nowMs, int nextCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nextCount);
        if (!_movies.TryFind(movieId, out Movie? movie)) return null;
        int slot = _movies.SlotOf(movieId), upcoming = 0, fromCents = int.MaxValue;
        long sold = 0;
        var next = new List<ShowtimeListing>();
        var cities = new SortedSet<string>(StringComparer.Ordinal);
        foreach (int row in _showtimes.ByTime)
        {
            ref readonly ShowtimeKeys keys = ref _showtimes.Keys[row];
            if (keys.MovieSlot != slot) continue;
            sold += keys.Sold;
            if (keys.StartsAtMs < nowMs || keys.IsCancelled) continue;
            upcoming++;
            fromCents = Math.Min(fromCents, keys.BaseCents);
            cities.Add(_theaters.At(keys.TheaterSlot).Record.City);
            if (next.Count < nextCount) next.Add(ListingOf(row));
        }

        return new MovieDetail(movie, upcoming, upcoming == 0 ? 0 : fromCents, sold, [.. cities], next);
    }

    private CataloguePage<ShowtimeListing> Select(
        ShowtimeQuery query, long nowMs, RankedRow? from, int skipped, ulong filterHash)
    {
        ReadOnlySpan<int> rows = RowsOf(query, nowMs);
        ReadOnlySpan<ShowtimeKeys> keys = _showtimes.Keys;
        var filter = new ShowtimeFilter(query, MoviesOf(query), TheatersOf(query));
        using var top = new TopRows(Math.Clamp(skipped + query.Limit, 1, Math.Max(1, rows.Length)));
        int total = 0, candidates = 0;
        // Rows come by time. From the latest backwards nearly none displaces another when the latest are asked for.
        bool isBackwards = query.IsDescending && query.Sort == ShowtimeSort.Time;
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[isBackwards ? rows.Length - 1 - i : i];
            if (!filter.Passes(in keys[row])) continue;
            total++;
            RankedRow rank = filter.RankOf(in keys[row], row);
            if (from is not null && rank.CompareTo(from.Value) <= 0) continue;
            candidates++;
            top.Add(in rank);
        }

        int kept = top.Count;
        RankedRow[] shown = top.PageBehind(skipped);
        var listings = new ShowtimeListing[shown.Length];
        for (int i = 0; i < shown.Length; i++) listings[i] = ListingOf(shown[i].Row);
        bool hasMore = shown.Length > 0 && candidates > kept;
        string? cursor = hasMore ? new ShowtimeCursor(filterHash, shown[^1]).Encode() : null;
        return new CataloguePage<ShowtimeListing>(listings, total, cursor);
    }

    // The rows in the time asked for, by time.
    private ReadOnlySpan<int> RowsOf(ShowtimeQuery query, long nowMs)
    {
        long fromMs = query.IncludesPast ? long.MinValue : nowMs;
        long toMs = long.MaxValue;
        if (query.Date is { } day)
        {
            long startMs = (day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * DayMs;
            fromMs = Math.Max(fromMs, startMs);
            toMs = startMs + DayMs;
        }

        int first = _showtimes.CountBefore(fromMs);
        int end = Math.Max(first, _showtimes.CountBefore(toMs));
        return _showtimes.ByTime[first..end];
    }

    private bool[] MoviesOf(ShowtimeQuery query)
    {
        bool[] passes = new bool[_movies.SlotCount];
        string[] words = TextFolding.Words(query.Search);
        for (int slot = 0; slot < passes.Length; slot++)
        {
            NamedEntry<Movie> entry = _movies.At(slot);
            passes[slot] = entry.Record is not null
                && (query.MovieId is null || entry.Id == query.MovieId)
                && IsSame(query.Genre, entry.Record.Genre)
                && TextFolding.ContainsAll(entry.FoldedName, words);
        }

        return passes;
    }

    private bool[] TheatersOf(ShowtimeQuery query)
    {
        bool[] passes = new bool[_theaters.SlotCount];
        for (int slot = 0; slot < passes.Length; slot++)
        {
            NamedEntry<Theater> entry = _theaters.At(slot);
            passes[slot] = entry.Record is not null
                && (query.TheaterId is null || entry.Id == query.TheaterId)
                && IsSame(query.City, entry.Record.City);
        }

        return passes;
    }

    private static bool IsSame(string? asked, string actual) =>
        asked is null || string.Equals(asked, actual, StringComparison.OrdinalIgnoreCase);
}
