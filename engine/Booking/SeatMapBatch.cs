namespace Catalog.Engine.Booking;

/// <summary>
/// For callers with work for many maps at once. A hold on a map that is not in the cache waits for one line after
/// the other; touching the next few maps first lets those waits overlap, as TigerBeetle fetches a whole batch's
/// accounts before it runs it.
/// </summary>
public static class SeatMapBatch
{
    /// <summary>How many requests are best touched together: enough to overlap, few enough to stay cached.</summary>
    public const int Size = 16;

    /// <summary>
    /// Has the lines that sweeping and holding will need in each map fetched into the cache; changes nothing.
    /// O(maps); 0 B.
    /// </summary>
    /// <param name="maps">The maps of the next requests, about <see cref="Size"/> of them.</param>
    public static void Touch(ReadOnlySpan<SeatMap> maps)
    {
        foreach (SeatMap map in maps) map.FetchFront();
        foreach (SeatMap map in maps) map.FetchEnds();
        foreach (SeatMap map in maps) map.FetchSuccessor();
    }
}
