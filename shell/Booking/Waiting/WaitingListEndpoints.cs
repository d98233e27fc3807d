using Catalog.Engine.Booking;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Bookings;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Http;
using Catalog.Shell.Http.RateLimits;

namespace Catalog.Shell.Booking.Waiting;

/// <summary>Waiting for seats to come back. Thread-safe.</summary>
public sealed class WaitingListEndpoints(
    SeatBooking booking, ShowtimeHouses houses, BookingLimits limits, Bearer bearer)
{
    private const string Tag = "Waiting list";

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/waiting-list", bearer.RequireUser(JoinAsync))
            .Describe(Tag, "Wait for seats that come back; they are offered as a hold")
            .NeedsToken().NeedsIdempotencyKey().Takes<JoinWaitingListRequest>()
            .Gives<WaitingListAnswer>(StatusCodes.Status201Created)
            .Fails(400, 401, 404, 409, 413, 415, 422, 429, 503, 507);
        routes.MapGet("/api/waiting-list/{showtime_id}", bearer.RequireUser(FindAsync))
            .Describe(Tag, "Where the caller stands").NeedsToken().Gives<WaitingListAnswer>().Fails(401, 404, 503);
        routes.MapDelete("/api/waiting-list/{showtime_id}", bearer.RequireUser(LeaveAsync))
            .Describe(Tag, "Stop waiting").NeedsToken().Gives(StatusCodes.Status204NoContent)
            .Fails(401, 404, 503, 507);
    }

    private async Task JoinAsync(HttpContext context, Caller caller)
    {
        if (await limits.Change.TakeAsync(RateLimitKey.OfUser(caller.UserId)) is { Allowed: false } refused)
        {
            await limits.Change.RefuseAsync(context, refused);
            return;
        }

        Body<JoinWaitingListRequest> body =
            await RequestBody.ReadAsync(context, BookingJson.Default.JoinWaitingListRequest);
        if (body.Value is not { } request) return;
        if (IdempotencyHeader.Read(context, caller.UserId, "booking.wait"u8, body.Hash, out IdempotencyKey key)
            is { } unusable)
        {
            await Problems.WriteAsync(context, unusable);
            return;
        }

        if (!houses.TryFindPlan(request.ShowtimeId, out SeatPlan? plan))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such showtime.");
            return;
        }

        FieldErrors errors = Resolve(request, plan, out WaitingWish wish);
        if (!errors.IsEmpty)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return;
        }

        Reply<WaitingAnswer> reply = await houses.OpenedAsync(
            request.ShowtimeId,
            () => booking.JoinWaitingListAsync(request.ShowtimeId, caller.UserId, wish, key),
            static answer => answer.Code);
        await AnswerAsync(context, request.ShowtimeId, reply, StatusCodes.Status201Created);
    }

    private async Task FindAsync(HttpContext context, Caller caller)
    {
        bool isShow = IdText.TryRead(context, "showtime_id", out ulong id) && houses.TryFindPlan(id, out _);
        Reply<WaitingAnswer> reply = isShow
            ? await booking.FindWaitingAsync(id, caller.UserId)
            : new Reply<WaitingAnswer>(ReplyStatus.Done, new WaitingAnswer(BookingCode.NotWaiting));
        await AnswerAsync(context, id, reply, StatusCodes.Status200OK);
    }

    private async Task LeaveAsync(HttpContext context, Caller caller)
    {
        bool isShow = IdText.TryRead(context, "showtime_id", out ulong id) && houses.TryFindPlan(id, out _);
        Reply<WaitingAnswer> reply = isShow
            ? await booking.LeaveWaitingListAsync(id, caller.UserId)
            : new Reply<WaitingAnswer>(ReplyStatus.Done, new WaitingAnswer(BookingCode.NotWaiting));
        await AnswerAsync(context, id, reply, StatusCodes.Status204NoContent);
    }

    private static Task AnswerAsync(HttpContext context, ulong showtimeId, Reply<WaitingAnswer> reply, int status)
    {
        if (!reply.HasValue) return Problems.WriteAsync(context, reply.Status);
        if (reply.Value.Code != BookingCode.Ok)
            return Problems.WriteAsync(context, BookingProblems.Of(reply.Value.Code));
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status204NoContent) return Task.CompletedTask;
        var answer = new WaitingListAnswer(IdText.Of(showtimeId), "waiting", reply.Value.Position);
        return JsonResponse.WriteAsync(context, status, answer, BookingJson.Default.WaitingListAnswer);
    }

    private static FieldErrors Resolve(JoinWaitingListRequest request, SeatPlan plan, out WaitingWish wish)
    {
        var errors = new FieldErrors();
        errors.Check(request.Count is > 0 and <= SeatList.MaxCount, "count", "Must be 1 to 10.");
        errors.Check(request.MaxPriceCents is null or > 0, "maxPriceCents", "Must be positive.");
        int area = request.Area is null ? 0 : plan.FindArea(request.Area);
        errors.Check(area >= 0, "area", "There is no such area.");
        bool isMixed = request.Area is not null && (request.Together || request.Zones is not null);
        errors.Check(!isMixed, "area", "Excludes 'together' and 'zones'.");
        ulong zones = ReserveChecks.ResolveZones(request.Zones, plan, "zones", errors);
        WishKind kind = request.Together ? WishKind.SeatsTogether : WishKind.AnySeats;
        wish = new WaitingWish
        {
            Count = (byte)Math.Clamp(request.Count, 1, SeatList.MaxCount),
            Kind = request.Area is null ? kind : WishKind.Places,
            Area = (byte)Math.Max(area, 0),
            ZoneMask = zones,
            MaxPriceCents = request.MaxPriceCents ?? 0,
        };
        return errors;
    }
}
