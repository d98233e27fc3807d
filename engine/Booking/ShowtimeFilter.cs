namespace Catalog.Engine.Booking;

/// <summary>A query as flags and numbers: what is tested on every row.</summary>
/// <param name="query">The query.</param>
/// <param name="movies">Which film slots pass.</param>
/// <param name="theaters">Which theater slots pass.</param>
internal sealed class ShowtimeFilter(ShowtimeQuery query, bool[] movies, bool[] theaters)
{
    private readonly int _minCents = query.MinPriceCents ?? int.MinValue;
    private readonly int _maxCents = query.MaxPriceCents ?? int.MaxValue;
    private readonly int _minFree = query.OnlyAvailable ? 1 : 0;
    private readonly int _minTogether = query.SeatsTogether ?? 0;
    private readonly bool _includesCancelled = query.IncludesCancelled;
    private readonly ShowtimeSort _sort = query.Sort;
    private readonly bool _isDescending = query.IsDescending;

    /// <summary>Whether a row passes. O(1).</summary>
    public bool Passes(in ShowtimeKeys keys) =>
        movies[keys.MovieSlot] && theaters[keys.TheaterSlot]
        && keys.BaseCents >= _minCents && keys.BaseCents <= _maxCents
        && keys.Free >= _minFree && keys.Together >= _minTogether
        && (_includesCancelled || !keys.IsCancelled);

    /// <summary>A row's place in the query's order. O(1).</summary>
    public RankedRow RankOf(in ShowtimeKeys keys, int row)
    {
        long primary = _sort switch
        {
            ShowtimeSort.Price => keys.BaseCents,
            ShowtimeSort.Popularity => keys.Sold,
            _ => keys.StartsAtMs,
        };
        return new RankedRow(_isDescending ? -primary : primary, keys.StartsAtMs, keys.Id, row);
    }
}
