using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Bookings;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Events;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Waiting;

/// <summary>
/// What a user waits for. The model says where to look and the showtimes say which place it is, so that nothing is told
/// that is over already. A user sees its own writes at once. Thread-safe.
/// </summary>
public sealed class MyWaitsEndpoint(
    ProjectionView<UserWaits> waits, ReadYourWrites writes, SeatBooking booking, ShowtimeHouses houses,
    BookingOptions options, Bearer bearer)
{
    /// <summary>Maps the endpoint.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/waiting-list", bearer.RequireUser(ListAsync))
            .Describe("Waiting list", "Every waiting list the caller is on, the last joined first")
            .NeedsToken().Gives<MyWaitsAnswer>().Fails(401, 503);

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        await writes.WaitAsync(waits, context.RequestAborted);
        UserWait[] mine = waits.Read(caller.UserId, static (all, user) =>
        {
            var found = new UserWait[all.MaxPerUser];
            return found[..all.Copy(user, found)];
        });
        var shows = new List<(UserWait Wait, ShowtimeListing Show, Task<Reply<WaitingAnswer>> Place)>(mine.Length);
        long nowMs = booking.NowMs;
        foreach (UserWait wait in mine)
        {
            if (houses.Find(wait.ShowtimeId) is not { } show || !IsToCome(show.Showtime, nowMs)) continue;
            shows.Add((wait, show, booking.FindWaitingAsync(wait.ShowtimeId, caller.UserId).AsTask()));
        }

        var items = new List<MyWaitAnswer>(shows.Count);
        foreach ((UserWait wait, ShowtimeListing show, Task<Reply<WaitingAnswer>> place) in shows)
        {
            Reply<WaitingAnswer> reply = await place;
            if (!reply.HasValue)
            {
                await Problems.WriteAsync(context, reply.Status);
                return;
            }

            if (reply.Value.Code == BookingCode.Ok) items.Add(AnswerOf(in wait, in show, reply.Value.Position));
        }

        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, new MyWaitsAnswer(items), BookingJson.Default.MyWaitsAnswer);
    }

    private static bool IsToCome(Showtime showtime, long nowMs) =>
        showtime.Status != ShowtimeStatus.Cancelled && showtime.StartsAtMs > nowMs;

    private MyWaitAnswer AnswerOf(in UserWait wait, in ShowtimeListing show, int position)
    {
        WaitingWish wish = wait.Wish;
        SeatPlan plan = houses.TryFindPlan(wait.ShowtimeId, out SeatPlan? own) ? own : show.Theater.Plan;
        return new MyWaitAnswer
        {
            ShowtimeId = IdText.Of(wait.ShowtimeId),
            Position = position,
            JoinedAt = BookingAnswers.TimeOf(wait.JoinedMs),
            Count = wish.Count,
            Together = wish.Kind == WishKind.SeatsTogether,
            Area = wish.Kind == WishKind.Places ? plan.Area(wish.Area).Name : null,
            Zones = wish.ZoneMask == 0 ? null : ZonesOf(plan, wish.ZoneMask),
            MaxPriceCents = wish.MaxPriceCents == 0 ? null : wish.MaxPriceCents,
            Currency = options.Currency,
            MovieTitle = show.Movie.Title,
            TheaterName = show.Theater.Name,
            City = show.Theater.City,
            StartsAt = BookingAnswers.TimeOf(show.Showtime.StartsAtMs),
        };
    }

    private static List<string> ZonesOf(SeatPlan plan, ulong mask)
    {
        var names = new List<string>();
        for (int zone = 0; zone < plan.ZoneCount; zone++)
            if ((mask & (1UL << zone)) != 0) names.Add(plan.ZoneName(zone));
        return names;
    }
}
