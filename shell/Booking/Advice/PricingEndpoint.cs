using Catalog.Engine.Booking;
using Catalog.Engine.Booking.Advice;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Advice.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Advice;

/// <summary>What a showtime should cost, for administrators. It changes nothing. Thread-safe.</summary>
internal sealed class PricingEndpoint(AdviceSource source, BookingOptions options, Bearer bearer)
{
    /// <summary>Maps <c>GET api/pricing/suggest</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/pricing/suggest", bearer.RequireAdmin(HandleAsync))
            .Describe("Insight", "What a showtime should cost, from its sales, the time left and demand in the past")
            .NeedsToken(AccountRole.Admin).Query("showtime_id", "The showtime", isRequired: true)
            .Gives<PriceAdviceAnswer>().Fails(400, 401, 403, 404, 409);

    private async Task HandleAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        ulong? id = query.Id("showtime_id");
        query.Check(id is not null || context.Request.Query.ContainsKey("showtime_id"), "showtime_id", "Is required.");
        if (await query.RefusedAsync()) return;
        await source.WaitAsync(context.RequestAborted);
        long nowMs = source.NowMs;
        if (source.Find(id!.Value) is not { } listing)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        if (listing.Showtime.Status == ShowtimeStatus.Cancelled || listing.Showtime.StartsAtMs <= nowMs)
        {
            bool isCancelled = listing.Showtime.Status == ShowtimeStatus.Cancelled;
            await Problems.WriteAsync(
                context, isCancelled ? BookingProblems.ShowCancelled : BookingProblems.ShowStarted);
            return;
        }

        BookingAdvisor models = source.Models;
        UpcomingShowtime show = AdviceSource.ShowOf(in listing);
        PriceAdviceAnswer answer = AdviceAnswers.Price(
            in show, models.Advise(in show, nowMs), options.Currency, AdviceSource.BasisOf(models));
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, AdviceJson.Default.PriceAdviceAnswer);
    }
}
