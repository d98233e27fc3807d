using Catalog.Engine.Booking;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Http;
using Catalog.Shell.Http.RateLimits;

namespace Catalog.Shell.Booking.Bookings;

/// <summary>
/// Holds seats: the endpoint that is hit hardest. No model binding, no filters, no lock; one command to the showtime.
/// Thread-safe.
/// </summary>
public sealed class ReserveEndpoint(
    SeatBooking booking, ShowtimeHouses houses, BookingAnswers answers, BookingLimits limits, Bearer bearer)
{
    /// <summary>Far more than ten labels need, so that a list that is too long is told so, and not cut off.</summary>
    private const int MaxBodyBytes = 256 * 1024;

    /// <summary>Maps <c>POST api/bookings/reserve</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/bookings/reserve", bearer.RequireUser(HandleAsync))
            .WithMetadata(new BodyLimit(MaxBodyBytes))
            .Describe("Bookings", "Hold seats, places in an area, or the best seats there are")
            .NeedsToken().NeedsIdempotencyKey().Takes<ReserveRequest>().Gives<HoldAnswer>(StatusCodes.Status201Created)
            .Fails(400, 401, 403, 404, 409, 413, 415, 422, 429, 503, 507);

    /// <summary>
    /// Where the quota is this node's, and the body came with its headers, there is one await: for the hold.
    /// </summary>
    internal Task HandleAsync(HttpContext context, Caller caller)
    {
        ValueTask<RateLimitVerdict> verdict = limits.Reserve.TakeAsync(RateLimitKey.OfUser(caller.UserId));
        return verdict.IsCompletedSuccessfully
            ? AdmitAsync(context, caller.UserId, verdict.Result)
            : AdmitSlowAsync(context, caller.UserId, verdict);
    }

    private async Task AdmitSlowAsync(HttpContext context, ulong userId, ValueTask<RateLimitVerdict> verdict) =>
        await AdmitAsync(context, userId, await verdict);

    private Task AdmitAsync(HttpContext context, ulong userId, RateLimitVerdict verdict)
    {
        if (!verdict.Allowed) return limits.Reserve.RefuseAsync(context, verdict);
        ValueTask<Body<ReserveBody>> body =
            RequestBody.ReadAsync<ReserveBody, ReserveDecoder>(context, new ReserveDecoder(houses));
        return body.IsCompletedSuccessfully
            ? TryAsync(context, userId, body.Result)
            : HandleSlowAsync(context, userId, body);
    }

    private async Task HandleSlowAsync(HttpContext context, ulong userId, ValueTask<Body<ReserveBody>> body) =>
        await TryAsync(context, userId, await body);

    private Task TryAsync(HttpContext context, ulong userId, Body<ReserveBody> body)
    {
        if (body.Value is not { } read) return Task.CompletedTask;
        if (IdempotencyHeader.Read(context, userId, "booking.reserve"u8, body.Hash, out IdempotencyKey key)
            is { } unusable)
            return Problems.WriteAsync(context, unusable);
        ReserveWish wish = read.Wish;
        if (read.Request is { } request)
        {
            if (!houses.TryFindPlan(request.ShowtimeId, out SeatPlan? plan))
                return Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such showtime.");
            FieldErrors errors = ReserveChecks.Resolve(request, plan, out wish);
            if (!errors.IsEmpty) return Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
        }

        return HoldAsync(context, userId, wish, key);
    }

    private async Task HoldAsync(HttpContext context, ulong userId, ReserveWish wish, IdempotencyKey key)
    {
        Reply<HoldResult> reply = await SendAsync(userId, wish, key);
        if (reply.Status == ReplyStatus.Done && reply.Value.Code == BookingCode.NotOpen)
        {
            await houses.OpenAsync(wish.ShowtimeId);
            reply = await SendAsync(userId, wish, key);
        }

        if (!reply.HasValue)
            await Problems.WriteAsync(context, reply.Status);
        else if (reply.Value.Code != BookingCode.Ok)
            await RefuseAsync(context, wish, reply.Value);
        else
            await answers.WriteHoldAsync(context, StatusCodes.Status201Created, wish.ShowtimeId, reply.Value);
    }

    private ValueTask<Reply<HoldResult>> SendAsync(ulong userId, in ReserveWish wish, IdempotencyKey key) =>
        wish.Best is { } best
            ? booking.HoldBestAsync(wish.ShowtimeId, userId, best, key)
            : booking.ReserveAsync(wish.ShowtimeId, new ReserveSeats(
                booking.NowMs, userId, wish.Seats, wish.Area, wish.Places, wish.NeedsAccess, key));

    private static Task RefuseAsync(HttpContext context, in ReserveWish wish, in HoldResult refusal)
    {
        ProblemCode problem = BookingProblems.Of(refusal.Code);
        SeatList inTheWay = refusal.Claim.Seats;
        if (inTheWay.Count > 0) return RefuseSeatsAsync(context, problem, wish, inTheWay);
        string? field = refusal.Code is BookingCode.AreaFull or BookingCode.NoSuchArea ? "area" : null;
        string message = problem.Title;
        if (refusal.Seat >= 0 && refusal.Seat < wish.Plan.SeatCount)
        {
            // The last of two that name one seat is the one too many.
            int index = wish.Seats.Span.LastIndexOf((ushort)refusal.Seat);
            field = index < 0 ? "seats" : ReserveChecks.At("seats", index);
            message = $"{wish.Plan.LabelOf(refusal.Seat)}: {Reason(refusal.Code)}";
        }

        return field is null
            ? Problems.WriteAsync(context, problem)
            : Problems.WriteAsync(context, problem, message, FieldErrors.Of(field, message));
    }

    /// <summary>Names every seat that is not to be had, so that others can be chosen at once.</summary>
    private static Task RefuseSeatsAsync(
        HttpContext context, ProblemCode problem, in ReserveWish wish, in SeatList inTheWay)
    {
        string[] labels = new string[inTheWay.Count];
        var errors = new FieldErrors();
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = wish.Plan.LabelOf(inTheWay[i]);
            errors.Add(ReserveChecks.At("seats", wish.Seats.Span.IndexOf(inTheWay[i])), problem.Title);
        }

        string detail = $"{string.Join(", ", labels)}: not to be had.";
        return Problems.WriteAsync(context, problem, detail, errors, new ProblemList("seats", labels));
    }

    private static string Reason(BookingCode code) => code switch
    {
        BookingCode.AccessibleOnly => "for visitors who need an accessible place.",
        BookingCode.DuplicateSeat => "named twice.",
        _ => "not to be had.",
    };
}
