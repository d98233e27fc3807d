using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Events;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Bookings;

/// <summary>What a user has booked. A user sees its own writes at once. Thread-safe.</summary>
public sealed class BookingListEndpoints(
    ProjectionView<UserBookings> bookings, ReadYourWrites writes, BookingFinder finder, BookingAnswers answers,
    ShowtimeHouses houses, SeatBooking booking, Bearer bearer)
{
    private const string Tag = "Bookings";
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    /// <summary>
    /// Bookings looked at for one page: a rare status far back takes several pages, not one long wait.
    /// </summary>
    private const int MaxScanned = 2_000;

    private static readonly (string Name, UserBookingStatus Value)[] Statuses =
        [("", default), .. BookingStatuses.All];

    private static readonly (string Name, BookingTime Value)[] Times =
        [("", BookingTime.Any), ("upcoming", BookingTime.Upcoming), ("past", BookingTime.Past)];

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/bookings/my-bookings", bearer.RequireUser(ListAsync))
            .Describe(Tag, "The caller's bookings, newest first")
            .NeedsToken().Query("status", "Only with this status")
            .Query("time", "'upcoming': only of shows still to come; 'past': only of others")
            .Query("limit", "Bookings a page, 1 to 100")
            .Query("cursor", "'nextCursor' of the page before")
            .Gives<BookingListAnswer>().Fails(400, 401, 503);
        routes.MapGet("/api/bookings/{booking_id}", bearer.RequireUser(FindAsync))
            .Describe(Tag, "One of the caller's bookings")
            .NeedsToken().Gives<BookingAnswer>().Fails(401, 404, 503);
    }

    private async Task FindAsync(HttpContext context, Caller caller)
    {
        if (!BookingId.TryParse(context.Request.RouteValues["booking_id"] as string, out BookingId id)
            || await finder.FindAsync(id, caller.UserId, context.RequestAborted) is not { } found)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        BookingAnswer answer = answers.Booking(in found, booking.NowMs);
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, BookingJson.Default.BookingAnswer);
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        var filter = new BookingListFilter(query.Choice("status", Statuses), query.Choice("time", Times));
        int limit = query.Number("limit", 1, MaxLimit) ?? DefaultLimit;
        string? cursor = query.Text("cursor");
        if (await query.RefusedAsync()) return;
        var list = new BookingListCursor(filter, BookingCursor.Start);
        if (cursor is not null && !(BookingListCursor.TryParse(cursor, out list) && list.Filter == filter))
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidCursor);
            return;
        }

        await writes.WaitAsync(bookings, context.RequestAborted);
        List<UserBooking> page = Read(caller.UserId, in list, limit, out BookingCursor next);
        long nowMs = booking.NowMs;
        var items = new BookingAnswer[page.Count];
        for (int i = 0; i < items.Length; i++) items[i] = answers.Booking(page[i], nowMs);
        string? nextCursor = next.IsEnd ? null : new BookingListCursor(filter, next).ToString();
        var answer = new BookingListAnswer(items, nextCursor is not null, nextCursor);
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, BookingJson.Default.BookingListAnswer);
    }

    private List<UserBooking> Read(
        ulong userId, in BookingListCursor list, int limit, out BookingCursor next)
    {
        var page = new List<UserBooking>(limit);
        var chunk = new UserBooking[limit];
        long nowMs = booking.NowMs;
        next = list.After;
        for (int scanned = 0; scanned < MaxScanned && page.Count < limit && !next.IsEnd;)
        {
            // Never more than the page has room for: the cursor stands behind the last booking that was looked at.
            (int count, next) = Copy(userId, next, chunk.AsMemory(0, limit - page.Count));
            scanned += Math.Max(1, count);
            foreach (UserBooking each in chunk.AsSpan(0, count))
                if (Belongs(in each, list.Filter, nowMs)) page.Add(each);
        }

        return page;
    }

    private bool Belongs(in UserBooking each, BookingListFilter filter, long nowMs)
    {
        if (filter.Status != default && each.StatusAt(nowMs) != filter.Status) return false;
        if (filter.Time == BookingTime.Any) return true;
        bool hasBegun = houses.Find(each.ShowtimeId) is { } show && show.Showtime.StartsAtMs <= nowMs;
        return hasBegun == (filter.Time == BookingTime.Past);
    }

    private (int Count, BookingCursor Next) Copy(ulong userId, BookingCursor after, Memory<UserBooking> into) =>
        bookings.Read((userId, after, into), static (all, ask) =>
        {
            int count = all.CopyPage(ask.userId, ask.after, ask.into.Span, out BookingCursor next);
            return (count, next);
        });
}
