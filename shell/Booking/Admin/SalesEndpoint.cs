using System.Globalization;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Booking.Insight;
using Catalog.Shell.Events;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Admin;

/// <summary>What the analytics count, for the people who run the house. Thread-safe.</summary>
public sealed class SalesEndpoint(
    ProjectionView<BookingInsight> sales,
    ProjectionView<CatalogueView> catalogue,
    ReadYourWrites reads,
    Bearer bearer)
{
    /// <summary>Maps <c>GET api/admin/sales</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/sales", bearer.RequireAdmin(HandleAsync))
            .Describe("Administration", "What was reserved, sold and given back, by day, film and theater")
            .NeedsToken(AccountRole.Admin).Gives<SalesAnswer>().Fails(401, 403);

    private async Task HandleAsync(HttpContext context, Caller caller)
    {
        await reads.WaitAsync(sales, context.RequestAborted);
        SalesSnapshot figures = sales.Read(SalesReport.Of);
        var answer = new SalesAnswer(
            RowOf("total", null, figures.Total),
            [.. figures.ByDay.Select(static day => RowOf(DayOf(day.Key), null, day.Value))],
            [.. BestFirst(figures.ByMovie, TitleOf)],
            [.. BestFirst(figures.ByTheater, NameOf)]);
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, BookingJson.Default.SalesAnswer);
    }

    private static IEnumerable<SalesRow> BestFirst(
        IReadOnlyList<KeyValuePair<ulong, SalesFigures>> figures, Func<ulong, string?> nameOf) =>
        figures
            .OrderByDescending(static row => row.Value.RevenueCents)
            .ThenBy(static row => row.Key)
            .Select(row => RowOf(row.Key.ToString(CultureInfo.InvariantCulture), nameOf(row.Key), row.Value));

    private static string DayOf(ulong day) =>
        SalesSnapshot.DayOf(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string? TitleOf(ulong movieId) => catalogue.Read(movieId, static (all, id) =>
        all.TryFindMovie(id, out Movie? movie) ? movie.Title : null);

    private string? NameOf(ulong theaterId) => catalogue.Read(theaterId, static (all, id) =>
        all.TryFindTheater(id, out Theater? theater) ? theater.Name : null);

    private static SalesRow RowOf(string key, string? name, in SalesFigures figures) => new()
    {
        Key = key,
        Name = name,
        Reservations = figures.Reservations,
        Lapses = figures.Lapses,
        Bookings = figures.Bookings,
        Seats = figures.Seats,
        Cancellations = figures.Cancellations,
        GrossCents = figures.GrossCents,
        RefundedCents = figures.RefundedCents,
        RevenueCents = figures.RevenueCents,
    };
}
