using Catalog.Engine.Analytics;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Events;
using Catalog.Shell.Http;
using Catalog.Shell.Insight;

namespace Catalog.Shell.Booking.Insight;

/// <summary>How full the showtimes to come are, for the people who run the house. Thread-safe.</summary>
public sealed class OccupancyEndpoint(
    ProjectionView<CatalogueView> catalogue, ReadYourWrites reads, BookingOptions options, Bearer bearer,
    TimeProvider clock)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 10_000;
    private const int DefaultDays = 7;

    private static readonly (string Name, bool IsFullestFirst)[] Orders = [("emptiest", false), ("fullest", true)];

    /// <summary>Maps <c>GET api/admin/insight/occupancy</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/insight/occupancy", bearer.RequireAdmin((context, _) => HandleAsync(context)))
            .Describe("Insight", "How full the showtimes to come are, and the emptiest or fullest of them")
            .Query("from", "Those that begin from then on: a day or a time; now otherwise")
            .Query("to", "Until then, exclusive: a day or a time; 7 days after 'from' otherwise")
            .Query("movie", "Only this film's")
            .Query("theater", "Only this theater's")
            .Query("order", "'emptiest' or 'fullest' first")
            .Query("limit", "How many are listed: 50 otherwise, 10,000 at most")
            .NeedsToken(AccountRole.Admin).Gives<OccupancyAnswer>().Fails(400, 401, 403);

    private async Task HandleAsync(HttpContext context)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var reader = new QueryReader(context);
        long fromMs = RollupQueryReader.Moment(reader, "from") ?? now.ToUnixTimeMilliseconds();
        long toMs = RollupQueryReader.Moment(reader, "to") ?? fromMs + (DefaultDays * TimeBuckets.DayMs);
        reader.Check(fromMs < toMs, "from", "Must be before 'to'.");
        var query = new OccupancyQuery(fromMs, toMs)
        {
            MovieId = reader.Id("movie"),
            TheaterId = reader.Id("theater"),
            IsFullestFirst = reader.Choice("order", Orders),
            Limit = reader.Number("limit", 1, MaxLimit) ?? DefaultLimit,
        };
        if (await reader.RefusedAsync()) return;
        await reads.WaitAsync(catalogue, context.RequestAborted);
        long position = catalogue.AppliedPosition;
        (IReadOnlyList<ShowtimeListing> rows, Occupancy total) = catalogue.Read(query, static (all, asked) =>
            (all.ListByOccupancy(in asked, out Occupancy sum), sum));
        var answer = new OccupancyAnswer(OccupancyFigures.Of(in total), [.. rows.Select(OccupancyRow.Of)])
        {
            LowBelow = options.LowOccupancyPercent / 100.0,
            LowHours = options.LowOccupancyHours,
            Position = position,
            AsOf = now.UtcDateTime,
        };
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, BookingJson.Default.OccupancyAnswer);
    }
}
