using Catalog.Engine.Booking;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Http;
using Catalog.Shell.Http.RateLimits;

namespace Catalog.Shell.Booking.Bookings;

/// <summary>
/// What a user does with a booking it has: extend or give back a hold, cancel what is paid. Thread-safe.
/// </summary>
public sealed class HoldEndpoints(
    SeatBooking booking, BookingAnswers answers, BookingFinder finder, BookingLimits limits, Bearer bearer,
    BookingOptions options)
{
    private const string Tag = "Bookings";

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/bookings/{booking_id}/extend", bearer.RequireUser(Extend))
            .Describe(Tag, "Make a hold last a full period from now; its fencing token changes")
            .NeedsToken().Query("token", "The fencing token the client knows")
            .Gives<HoldAnswer>().Fails(400, 401, 404, 409, 429, 503, 507);
        routes.MapDelete("/api/bookings/{booking_id}", bearer.RequireUser(Release))
            .Describe(Tag, "Give a hold back")
            .NeedsToken().Query("token", "The fencing token the client knows")
            .Gives(StatusCodes.Status204NoContent).Fails(400, 401, 404, 409, 429, 503, 507);
        routes.MapPost("/api/bookings/{booking_id}/cancel", bearer.RequireUser(Cancel))
            .Describe(Tag, "Cancel a paid booking and get the money back")
            .NeedsToken().NeedsIdempotencyKey()
            .Gives<CancelledAnswer>().Fails(400, 401, 404, 409, 422, 429, 503, 507);
    }

    /// <summary>Makes a hold last longer.</summary>
    internal async Task Extend(HttpContext context, Caller caller)
    {
        if (!await IsRefusedAsync(context, caller)) await ExtendAsync(context, caller);
    }

    /// <summary>Gives a hold back.</summary>
    internal async Task Release(HttpContext context, Caller caller)
    {
        if (!await IsRefusedAsync(context, caller)) await ReleaseAsync(context, caller);
    }

    /// <summary>Cancels a paid booking.</summary>
    internal async Task Cancel(HttpContext context, Caller caller)
    {
        if (!await IsRefusedAsync(context, caller)) await CancelAsync(context, caller);
    }

    private async ValueTask<bool> IsRefusedAsync(HttpContext context, Caller caller)
    {
        if (await limits.Change.TakeAsync(RateLimitKey.OfUser(caller.UserId)) is not { Allowed: false } refused)
            return false;
        await limits.Change.RefuseAsync(context, refused);
        return true;
    }

    private async Task ExtendAsync(HttpContext context, Caller caller)
    {
        if (!TryReadId(context, out BookingId id))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        var query = new QueryReader(context);
        var token = new HoldToken(query.Id("token") ?? 0);
        if (await query.RefusedAsync()) return;
        Reply<HoldResult> reply = await booking.ExtendAsync(id.ShowtimeId, caller.UserId, id.Number, token);
        if (await RefusedAsync(context, reply.Status, reply.Value.Code, id, caller)) return;
        await answers.WriteHoldAsync(context, StatusCodes.Status200OK, id.ShowtimeId, reply.Value);
    }

    private async Task ReleaseAsync(HttpContext context, Caller caller)
    {
        if (!TryReadId(context, out BookingId id))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        var query = new QueryReader(context);
        var token = new HoldToken(query.Id("token") ?? 0);
        if (await query.RefusedAsync()) return;
        Reply<BookingResult> reply = await booking.ReleaseAsync(id.ShowtimeId, caller.UserId, id.Number, token);
        if (await RefusedAsync(context, reply.Status, reply.Value.Code, id, caller)) return;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task CancelAsync(HttpContext context, Caller caller)
    {
        if (!TryReadId(context, out BookingId id))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        ulong payload = unchecked(id.ShowtimeId * 0x9E3779B97F4A7C15UL) ^ id.Number;
        if (IdempotencyHeader.Read(context, caller.UserId, "booking.cancel"u8, payload, out IdempotencyKey key)
            is { } unusable)
        {
            await Problems.WriteAsync(context, unusable);
            return;
        }

        Reply<BookingResult> reply =
            await booking.CancelAsync(id.ShowtimeId, caller.UserId, id.Number, idempotency: key);
        if (reply is { Status: ReplyStatus.Done, Value.Code: BookingCode.UnknownBooking }
            && await finder.FindAsync(id, caller.UserId, context.RequestAborted) is
            { Status: <= UserBookingStatus.Declined })
        {
            await Problems.WriteAsync(context, BookingProblems.NotConfirmed);
            return;
        }

        if (await RefusedAsync(context, reply.Status, reply.Value.Code, id, caller)) return;
        var answer = new CancelledAnswer(id.ToString(), "cancelled", reply.Value.AmountCents, options.Currency);
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, BookingJson.Default.CancelledAnswer);
    }

    private async ValueTask<bool> RefusedAsync(
        HttpContext context, ReplyStatus status, BookingCode code, BookingId id, Caller caller)
    {
        if (status is not (ReplyStatus.Done or ReplyStatus.Repeated))
        {
            await Problems.WriteAsync(context, status);
            return true;
        }

        if (code == BookingCode.Ok) return false;
        ProblemCode problem = code == BookingCode.UnknownBooking
            ? await finder.ExplainAsync(id, caller.UserId, context.RequestAborted)
            : BookingProblems.Of(code);
        await Problems.WriteAsync(context, problem);
        return true;
    }

    private bool TryReadId(HttpContext context, out BookingId id) =>
        finder.TryParse(context.Request.RouteValues["booking_id"] as string, out id);
}
