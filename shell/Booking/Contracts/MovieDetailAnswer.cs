using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A film and when it is shown.</summary>
/// <param name="Movie">The film.</param>
/// <param name="UpcomingCount">How many showtimes are to come.</param>
/// <param name="FromCents">The lowest base price among them, in hundredths; 0 when there are none.</param>
/// <param name="SoldCount">Places sold for all its showtimes.</param>
/// <param name="Cities">Where it will be shown.</param>
/// <param name="Next">The next showtimes, soonest first.</param>
public sealed record MovieDetailAnswer(
    MovieAnswer Movie, int UpcomingCount, int FromCents, long SoldCount, IReadOnlyList<string> Cities,
    IReadOnlyList<ShowtimeAnswer> Next) : IExampled<MovieDetailAnswer>
{
    /// <inheritdoc/>
    public static MovieDetailAnswer Example => new(
        MovieAnswer.Example, 12, 900, 3_200, ["Lyon"], [ShowtimeAnswer.Example]);
}
