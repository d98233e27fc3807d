namespace Catalog.Engine.Booking;

/// <summary>A film and when it is shown.</summary>
/// <param name="Movie">The film.</param>
/// <param name="UpcomingCount">How many scheduled showtimes are to come.</param>
/// <param name="FromCents">The lowest base price among them; 0 when there are none.</param>
/// <param name="SoldCount">Places sold for all its showtimes, past ones included.</param>
/// <param name="Cities">Where it will be shown, in order.</param>
/// <param name="Next">The next showtimes, soonest first.</param>
public sealed record MovieDetail(
    Movie Movie,
    int UpcomingCount,
    int FromCents,
    long SoldCount,
    IReadOnlyList<string> Cities,
    IReadOnlyList<ShowtimeListing> Next);
