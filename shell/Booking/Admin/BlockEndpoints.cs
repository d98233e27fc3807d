using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Bookings;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Admin;

/// <summary>The box office's own seats: taking them off sale and putting them back. Thread-safe.</summary>
public sealed class BlockEndpoints(SeatBooking booking, ShowtimeHouses houses, Bearer bearer)
{
    private const string Tag = "Administration";

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/admin/showtimes/{showtime_id}/block", bearer.RequireAdmin(BlockAsync))
            .Describe(Tag, "Take free seats off sale, all of them or none")
            .NeedsToken(AccountRole.Admin).Takes<SeatNamesRequest>().Gives(StatusCodes.Status204NoContent)
            .Fails(400, 401, 403, 404, 409, 413, 415, 503, 507);
        routes.MapPost("/api/admin/showtimes/{showtime_id}/unblock", bearer.RequireAdmin(UnblockAsync))
            .Describe(Tag, "Put blocked seats back on sale, all of them or none")
            .NeedsToken(AccountRole.Admin).Takes<SeatNamesRequest>().Gives(StatusCodes.Status204NoContent)
            .Fails(400, 401, 403, 404, 409, 413, 415, 503, 507);
    }

    private Task BlockAsync(HttpContext context, Caller caller) =>
        ChangeAsync(context, (id, seats) => booking.BlockAsync(id, seats));

    private Task UnblockAsync(HttpContext context, Caller caller) =>
        ChangeAsync(context, (id, seats) => booking.UnblockAsync(id, seats));

    private async Task ChangeAsync(HttpContext context, Func<ulong, SeatSet, ValueTask<Reply<BookingResult>>> send)
    {
        if (!IdText.TryRead(context, "showtime_id", out ulong id) || !houses.TryFindPlan(id, out SeatPlan? plan))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such showtime.");
            return;
        }

        Body<SeatNamesRequest> body = await RequestBody.ReadAsync(context, BookingJson.Default.SeatNamesRequest);
        if (body.Value is not { } request) return;
        FieldErrors errors = Resolve(request.Seats, plan, out SeatSet seats);
        if (!errors.IsEmpty)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return;
        }

        Reply<BookingResult> reply =
            await houses.OpenedAsync(id, () => send(id, seats), static answer => answer.Code);
        if (!reply.HasValue) await Problems.WriteAsync(context, reply.Status);
        else if (reply.Value.Code == BookingCode.Ok) context.Response.StatusCode = StatusCodes.Status204NoContent;
        else await RefuseAsync(context, reply.Value, seats);
    }

    private static Task RefuseAsync(HttpContext context, BookingResult refusal, SeatSet seats)
    {
        ProblemCode problem = BookingProblems.Of(refusal.Code);
        int index = refusal.Seat < 0 ? -1 : seats.Span.LastIndexOf((ushort)refusal.Seat);
        return index < 0
            ? Problems.WriteAsync(context, problem)
            : Problems.WriteAsync(context, problem, FieldErrors.Of(ReserveChecks.At("seats", index), problem.Title));
    }

    private static FieldErrors Resolve(IReadOnlyList<string> labels, SeatPlan plan, out SeatSet set)
    {
        set = default;
        var errors = new FieldErrors();
        errors.Check(labels.Count > 0, "seats", "Name at least one.");
        errors.Check(labels.Count <= plan.SeatCount, "seats", "Are more than there are.");
        if (!errors.IsEmpty) return errors;
        var seats = new ushort[labels.Count];
        for (int i = 0; i < seats.Length; i++)
        {
            if (labels[i] is not { } label || !plan.TryFind(label, out seats[i]))
                errors.Add(ReserveChecks.At("seats", i), $"There is no seat {ReserveChecks.Shown(labels[i])}.");
        }

        set = new SeatSet(seats);
        return errors;
    }
}
