using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Audit;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Bookings;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Admin;

/// <summary>The box office's own seats and places: taking them off sale and putting them back. Thread-safe.</summary>
public sealed class BlockEndpoints(SeatBooking booking, ShowtimeHouses houses, Bearer bearer)
{
    private const string Tag = "Administration";

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/admin/showtimes/{showtime_id}/block", bearer.RequireAdmin(BlockAsync))
            .Describe(Tag, "Take free seats, or places of an area, off sale: all of them or none")
            .NeedsToken(AccountRole.Admin).Takes<BlockRequest>().Gives(StatusCodes.Status204NoContent)
            .Fails(400, 401, 403, 404, 409, 413, 415, 503, 507).Audited("seats.block", "showtime_id");
        routes.MapPost("/api/admin/showtimes/{showtime_id}/unblock", bearer.RequireAdmin(UnblockAsync))
            .Describe(Tag, "Put blocked seats, or places of an area, back on sale: all of them or none")
            .NeedsToken(AccountRole.Admin).Takes<BlockRequest>().Gives(StatusCodes.Status204NoContent)
            .Fails(400, 401, 403, 404, 409, 413, 415, 503, 507).Audited("seats.unblock", "showtime_id");
    }

    private Task BlockAsync(HttpContext context, Caller caller) =>
        ChangeAsync(context, (id, wish) => wish.Places > 0
            ? booking.BlockPlacesAsync(id, wish.Area, wish.Places)
            : booking.BlockAsync(id, wish.Seats));

    private Task UnblockAsync(HttpContext context, Caller caller) =>
        ChangeAsync(context, (id, wish) => wish.Places > 0
            ? booking.UnblockPlacesAsync(id, wish.Area, wish.Places)
            : booking.UnblockAsync(id, wish.Seats));

    private async Task ChangeAsync(HttpContext context, Func<ulong, BlockWish, ValueTask<Reply<BookingResult>>> send)
    {
        if (!IdText.TryRead(context, "showtime_id", out ulong id) || !houses.TryFindPlan(id, out SeatPlan? plan))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such showtime.");
            return;
        }

        Body<BlockRequest> body = await RequestBody.ReadAsync(context, BookingJson.Default.BlockRequest);
        if (body.Value is not { } request) return;
        FieldErrors errors = Resolve(request, plan, out BlockWish wish);
        if (!errors.IsEmpty)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return;
        }

        Reply<BookingResult> reply =
            await houses.OpenedAsync(id, () => send(id, wish), static answer => answer.Code);
        if (!reply.HasValue) await Problems.WriteAsync(context, reply.Status);
        else if (reply.Value.Code == BookingCode.Ok) context.Response.StatusCode = StatusCodes.Status204NoContent;
        else await RefuseAsync(context, reply.Value, wish);
    }

    private static Task RefuseAsync(HttpContext context, BookingResult refusal, BlockWish wish)
    {
        ProblemCode problem = BookingProblems.Of(refusal.Code);
        int index = refusal.Seat < 0 ? -1 : wish.Seats.Span.LastIndexOf((ushort)refusal.Seat);
        string? field = wish.Places > 0 ? "places" : index < 0 ? null : ReserveChecks.At("seats", index);
        return field is null
            ? Problems.WriteAsync(context, problem)
            : Problems.WriteAsync(context, problem, FieldErrors.Of(field, problem.Title));
    }

    private static FieldErrors Resolve(BlockRequest request, SeatPlan plan, out BlockWish wish)
    {
        var errors = new FieldErrors();
        wish = default;
        bool hasPlaces = request.Area is not null || request.Places is not null;
        if (!hasPlaces)
        {
            wish = new BlockWish(ResolveSeats(request.Seats ?? [], plan, errors), 0, 0);
            return errors;
        }

        int area = request.Area is { } name ? plan.FindArea(name) : -1;
        errors.Check(request.Seats is null or [], "seats", "Block seats and places in two requests.");
        errors.Check(area >= 0, "area", request.Area is null ? "Is required with 'places'." : "There is no such area.");
        errors.Check(request.Places is > 0, "places", "Must be at least 1.");
        if (errors.IsEmpty) wish = new BlockWish(default, (byte)area, request.Places!.Value);
        return errors;
    }

    private static SeatSet ResolveSeats(IReadOnlyList<string> labels, SeatPlan plan, FieldErrors errors)
    {
        errors.Check(labels.Count > 0, "seats", "Name at least one, or an area and how many of its places.");
        errors.Check(labels.Count <= plan.SeatCount, "seats", "Are more than there are.");
        if (!errors.IsEmpty) return default;
        var seats = new ushort[labels.Count];
        for (int i = 0; i < seats.Length; i++)
        {
            if (labels[i] is not { } label || !plan.TryFind(label, out seats[i]))
                errors.Add(ReserveChecks.At("seats", i), $"There is no seat {ReserveChecks.Shown(labels[i])}.");
        }

        return new SeatSet(seats);
    }
}
