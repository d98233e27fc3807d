using System.Globalization;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Audit;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Bookings;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Admin;

/// <summary>Who holds what of a showtime just now, and taking it back. Thread-safe.</summary>
public sealed class LiveHoldEndpoints(
    SeatBooking booking, ShowtimeHouses houses, Accounts accounts, BookingOptions options, Bearer bearer)
{
    private const string Tag = "Administration";
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/admin/showtimes/{showtime_id}/holds", bearer.RequireAdmin(ListAsync))
            .Describe(Tag, "A showtime's live holds, oldest first")
            .NeedsToken(AccountRole.Admin).Query("limit", "Holds a page, 1 to 200")
            .Query("cursor", "'nextCursor' of the page before")
            .Gives<LiveHoldListAnswer>().Fails(400, 401, 403, 404, 503);
        routes.MapDelete("/api/admin/showtimes/{showtime_id}/holds/{booking_id}", bearer.RequireAdmin(ReleaseAsync))
            .Describe(Tag, "Take a hold from whoever has it; not while it is being paid")
            .NeedsToken(AccountRole.Admin).Gives(StatusCodes.Status204NoContent).Fails(401, 403, 404, 409, 503, 507)
            .Audited("hold.release", "booking_id");
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        int limit = query.Number("limit", 1, MaxLimit) ?? DefaultLimit;
        string? cursor = query.Text("cursor");
        if (await query.RefusedAsync()) return;
        if (!IdText.TryRead(context, "showtime_id", out ulong id) || !houses.TryFindPlan(id, out _))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such showtime.");
            return;
        }

        // Generations only grow, so a page begins behind one, whatever lapses meanwhile.
        ulong after = 0;
        if (cursor is not null && !ulong.TryParse(cursor, NumberStyles.HexNumber, null, out after))
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidCursor);
            return;
        }

        var copy = new HoldsCopy();
        Reply<BookingResult> reply = await booking.ReadHoldsAsync(id, copy, after, limit);
        if (!reply.HasValue)
        {
            await Problems.WriteAsync(context, reply.Status);
            return;
        }

        var items = new List<LiveHoldAnswer>(copy.Holds.Count);
        foreach (LiveHold hold in copy.Holds) items.Add(await DescribeAsync(id, copy.Plan!, hold));
        string? next = copy.HasMore
            ? copy.Holds[^1].Hold.Token.Generation.ToString("x", CultureInfo.InvariantCulture)
            : null;
        var answer = new LiveHoldListAnswer(items, copy.HasMore, next);
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, BookingJson.Default.LiveHoldListAnswer);
    }

    private async Task ReleaseAsync(HttpContext context, Caller caller)
    {
        bool isKnown = IdText.TryRead(context, "showtime_id", out ulong showtimeId);
        isKnown &= BookingId.TryParse(context.Request.RouteValues["booking_id"] as string, out BookingId id);
        if (!isKnown || id.ShowtimeId != showtimeId || !houses.TryFindPlan(showtimeId, out _))
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        Reply<BookingResult> reply = await booking.ReleaseByHouseAsync(showtimeId, id.Number);
        if (!reply.HasValue) await Problems.WriteAsync(context, reply.Status);
        else if (reply.Value.Code == BookingCode.Ok) context.Response.StatusCode = StatusCodes.Status204NoContent;
        else await Problems.WriteAsync(context, BookingProblems.Of(reply.Value.Code));
    }

    private async ValueTask<LiveHoldAnswer> DescribeAsync(ulong showtimeId, SeatPlan plan, LiveHold live)
    {
        HoldRecord hold = live.Hold;
        AccountName? owner = await accounts.NameOfAsync(hold.Owner);
        return new LiveHoldAnswer
        {
            BookingId = new BookingId(showtimeId, live.BookingId).ToString(),
            UserId = hold.Owner,
            UserName = owner?.Name,
            UserEmail = owner?.Email,
            Status = live.IsPaying ? "paying" : hold.Kind == HoldKind.Offer ? "offered" : "reserved",
            Seats = [.. hold.Seats.Span.ToArray().Select(seat => plan.LabelOf(seat))],
            Area = hold.Places > 0 ? plan.Area(hold.Area).Name : null,
            Places = hold.Places > 0 ? hold.Places : null,
            AmountCents = hold.AmountCents,
            Currency = options.Currency,
            ExpiresAt = BookingAnswers.TimeOf(hold.ExpiryMs),
        };
    }
}
