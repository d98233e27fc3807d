using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Bookings;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Http;
using Catalog.Shell.Http.RateLimits;

namespace Catalog.Shell.Booking.Waiting;

/// <summary>The waiting room in front of a showtime many want at once. Thread-safe.</summary>
public sealed class WaitingRoomEndpoints(
    SeatBooking booking, ShowtimeHouses houses, BookingLimits limits, Bearer bearer, BookingOptions options)
{
    private const string Tag = "Waiting room";

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/waiting-room/{showtime_id}/enter", bearer.RequireUser(EnterAsync))
            .Describe(Tag, "Queue up, or be let in at once; asking again changes nothing")
            .NeedsToken().Gives<WaitingRoomAnswer>().Fails(401, 404, 409, 429, 503, 507);
        routes.MapGet("/api/waiting-room/{showtime_id}", bearer.RequireUser(FindAsync))
            .Describe(Tag, "Where the caller stands; asking is the sign of life that keeps the place")
            .NeedsToken().Gives<WaitingRoomAnswer>().Fails(401, 404, 503);
        routes.MapDelete("/api/waiting-room/{showtime_id}", bearer.RequireUser(LeaveAsync))
            .Describe(Tag, "Leave the queue or hand the pass back")
            .NeedsToken().Gives(StatusCodes.Status204NoContent).Fails(401, 404, 503, 507);
    }

    private async Task EnterAsync(HttpContext context, Caller caller)
    {
        if (await limits.Change.TakeAsync(RateLimitKey.OfUser(caller.UserId)) is { Allowed: false } refused)
        {
            await limits.Change.RefuseAsync(context, refused);
            return;
        }

        if (!IdText.TryRead(context, "showtime_id", out ulong id) || !houses.TryFindPlan(id, out _))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such showtime.");
            return;
        }

        Reply<VisitorAnswer> reply = await houses.OpenedAsync(
            id, () => booking.EnterWaitingRoomAsync(id, caller.UserId), static answer => answer.Code);
        await AnswerAsync(context, id, reply);
    }

    private async Task FindAsync(HttpContext context, Caller caller)
    {
        if (!IdText.TryRead(context, "showtime_id", out ulong id) || !houses.TryFindPlan(id, out _))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        Reply<VisitorAnswer> reply = await booking.RenewVisitorAsync(id, caller.UserId);

        // Without room for a sign of life the position can still be told.
        if (reply.Status == ReplyStatus.StorageFull) reply = await booking.FindVisitorAsync(id, caller.UserId);
        await AnswerAsync(context, id, reply);
    }

    private async Task LeaveAsync(HttpContext context, Caller caller)
    {
        if (!IdText.TryRead(context, "showtime_id", out ulong id) || !houses.TryFindPlan(id, out _))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        Reply<VisitorAnswer> reply = await booking.LeaveWaitingRoomAsync(id, caller.UserId);
        if (reply is { HasValue: true, Value.Code: BookingCode.Ok })
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        else
            await AnswerAsync(context, id, reply);
    }

    private Task AnswerAsync(HttpContext context, ulong showtimeId, Reply<VisitorAnswer> reply)
    {
        if (!reply.HasValue) return Problems.WriteAsync(context, reply.Status);
        VisitorAnswer visitor = reply.Value;
        if (visitor.Code != BookingCode.Ok) return Problems.WriteAsync(context, BookingProblems.Of(visitor.Code));
        bool hasEstimate = visitor is { IsAdmitted: false, EstimatedWaitMs: >= 0 };
        var answer = new WaitingRoomAnswer(
            IdText.Of(showtimeId),
            visitor.IsAdmitted,
            visitor.Position,
            visitor.PassUntilMs > 0 ? BookingAnswers.TimeOf(visitor.PassUntilMs) : null,
            hasEstimate ? visitor.EstimatedWaitMs / 1000.0 : null,
            visitor.IsAdmitted ? null : options.WaitingRoomPatienceSeconds,
            visitor.IsSoldOut);
        return JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, BookingJson.Default.WaitingRoomAnswer);
    }
}
