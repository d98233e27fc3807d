using System.Runtime.CompilerServices;
using Catalog.Engine.Booking;
using Catalog.Shell.Auth;
using Catalog.Shell.Cluster.Sql;

namespace Catalog.Shell.Booking.Sql;

/// <content>
/// Filling the tables from the models, where the journal no longer has every fact. Bookings are taken at one moment;
/// everything else a little later, which the facts in between set right, since they are applied again.
/// </content>
internal sealed partial class BookingSqlTables
{
    private const int Page = 500;

    private static readonly string[] SeatColumns = ["showtime_id", "seat_number", "status"];

    private static readonly string[] BookingColumns =
    [
        "id", "user_id", "showtime_id", "seats", "created_at", "places", "area", "amount", "expires_at", "offered",
        "retaken", "hold_end", "payment", "confirmed_at", "refunded_at", "cancelled_at", "late", "by_house",
    ];

    /// <inheritdoc/>
    public async Task<long> SeedAsync(SqlSeed seed, CancellationToken cancel)
    {
        (UserBooking[] known, long position) = bookings.Read(all => (CopyAll(all), bookings.AppliedPosition));
        await catalogue.WaitForAsync(position, cancel);
        Array.Sort(known, static (left, right) => left.ShowtimeId.CompareTo(right.ShowtimeId));
        await seed.CopyAsync(BookingTables.Users, ["id", "name", "email", "role"], UserRows(), cancel);
        await seed.CopyAsync(BookingTables.Theaters,
            ["id", "name", "location", "total_seats", "city", "latitude", "longitude"], TheaterRows(), cancel);
        await seed.CopyAsync(BookingTables.Movies,
            ["id", "title", "description", "duration", "genre", "poster_url", "rating", "released_on"], MovieRows(),
            cancel);
        await seed.CopyAsync(BookingTables.Showtimes,
            ["id", "movie_id", "theater_id", "show_time", "price", "ends_at", "on_sale_at", "status"], ShowtimeRows(),
            cancel);
        await seed.CopyAsync(BookingTables.Seats, SeatColumns, SeatRows(known), cancel);
        await seed.CopyAsync(BookingTables.Bookings, BookingColumns, BookingRows(known), cancel);
        await seed.CopyAsync(
            BookingTables.SoldSeats, ["showtime_id", "seat_number", "booking_id"], SoldRows(known), cancel);
        return position;
    }

    private static UserBooking[] CopyAll(UserBookings all)
    {
        var copy = new UserBooking[all.Count];
        int count = 0;
        for (int from = 0; from >= 0 && count < copy.Length;) count += all.CopyRows(from, copy.AsSpan(count), out from);
        return copy;
    }

    private async IAsyncEnumerable<object?[]> UserRows()
    {
        await foreach (AccountProfile profile in accounts.ListAsync())
            yield return [profile.UserId, profile.Name, profile.Email, Roles.NameOf(profile.Role)];
    }

    private async IAsyncEnumerable<object?[]> TheaterRows()
    {
        await Task.CompletedTask;
        string? cursor = null;
        do
        {
            var query = new TheaterQuery { Limit = Page, Cursor = cursor };
            CataloguePage<Theater> page = catalogue.Read(all =>
            {
                all.ListTheaters(query, out CataloguePage<Theater> found);
                return found;
            });
            foreach (Theater each in page.Rows)
            {
                yield return
                [
                    each.Id, each.Name, LocationOf(each), each.TotalSeats, each.City, each.Latitude, each.Longitude,
                ];
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }

    private async IAsyncEnumerable<object?[]> MovieRows()
    {
        await Task.CompletedTask;
        string? cursor = null;
        do
        {
            var query = new MovieQuery { Limit = Page, Cursor = cursor };
            CataloguePage<Movie> page = catalogue.Read(all =>
            {
                all.ListMovies(query, out CataloguePage<Movie> found);
                return found;
            });
            foreach (Movie each in page.Rows)
            {
                yield return
                [
                    each.Id, each.Title, each.Description, each.DurationMinutes, each.Genre, each.PosterUrl,
                    each.Rating, each.ReleasedOn,
                ];
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }

    private async IAsyncEnumerable<object?[]> ShowtimeRows()
    {
        await foreach (ShowtimeListing listing in ShowtimesAsync())
        {
            Showtime each = listing.Showtime;
            yield return
            [
                each.Id, each.MovieId, each.TheaterId, SqlText.Time(each.StartsAtMs),
                SqlText.Amount(each.Prices.BaseCents), SqlText.Time(each.EndsAtMs),
                SqlText.TimeOrNull(each.OnSaleAtMs), NameOf(each.Status),
            ];
        }
    }

    private async IAsyncEnumerable<ShowtimeListing> ShowtimesAsync(
        [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await Task.CompletedTask;
        var page = new ShowtimeListing[Page];
        for (int from = 0, count = Page; count == Page; from += count)
        {
            cancel.ThrowIfCancellationRequested();
            count = catalogue.Read((from, page), static (all, at) => all.CopyShowtimes(at.from, at.page));
            for (int i = 0; i < count; i++) yield return page[i];
        }
    }

    private async IAsyncEnumerable<object?[]> SeatRows(UserBooking[] known)
    {
        var taken = new Dictionary<int, string>();
        await foreach (ShowtimeListing listing in ShowtimesAsync())
        {
            ulong id = listing.Showtime.Id;
            taken.Clear();
            foreach (UserBooking booking in Of(known, id))
            {
                if (StatusOfSeats(in booking) is not { } status) continue;
                foreach (ushort seat in booking.Claim.Seats.Span.ToArray()) taken[seat] = status;
            }

            SeatPlan plan = PlanOf(id);
            bool[] free = catalogue.Read(all =>
                Enumerable.Range(0, plan.SeatCount).Select(seat => all.IsFree(id, seat)).ToArray());
            for (int seat = 0; seat < free.Length; seat++)
            {
                // Not free and nobody's: the box office has it.
                string other = free[seat] ? Available : Blocked;
                yield return [id, plan.LabelOf(seat), taken.GetValueOrDefault(seat, other)];
            }
        }
    }

    private static string? StatusOfSeats(in UserBooking booking) => booking switch
    {
        { Status: UserBookingStatus.Confirmed } => Booked,
        { Status: >= UserBookingStatus.Held and <= UserBookingStatus.Declined, IsHoldGone: false } => Reserved,
        _ => null,
    };

    private static ArraySegment<UserBooking> Of(UserBooking[] sorted, ulong showtimeId)
    {
        int first = FirstOf(sorted, showtimeId);
        int end = first;
        while (end < sorted.Length && sorted[end].ShowtimeId == showtimeId) end++;
        return new ArraySegment<UserBooking>(sorted, first, end - first);
    }

    private static int FirstOf(UserBooking[] sorted, ulong showtimeId)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (sorted[middle].ShowtimeId < showtimeId) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private async IAsyncEnumerable<object?[]> BookingRows(UserBooking[] known)
    {
        await Task.CompletedTask;
        foreach (UserBooking each in known) yield return RowOf(in each);
    }

    private object?[] RowOf(in UserBooking each)
    {
        UserBookingStatus status = each.Status;
        DateTime at = SqlText.Time(each.AtMs);
        bool isPaid = status is UserBookingStatus.Confirmed or UserBookingStatus.Cancelled;

        // When a cancelled booking was paid is not known any more: it was within the minutes its hold lasted.
        DateTime? confirmedAt = !isPaid ? null
            : status == UserBookingStatus.Confirmed ? at : SqlText.Time(each.CreatedAtMs);
        return
        [
            new BookingId(each.ShowtimeId, each.BookingId).ToString(), each.UserId, each.ShowtimeId,
            LabelsOf(each.ShowtimeId, each.Claim.Seats.Span), SqlText.Time(each.CreatedAtMs), (int)each.Claim.Places,
            AreaOf(each.ShowtimeId, each.Claim), SqlText.Amount(each.Claim.AmountCents),
            SqlText.TimeOrNull(each.ExpiryMs), each.WasOffered, each.WasOffered && status == UserBookingStatus.Held,
            HoldEndOf(in each), PaymentOf(status), confirmedAt, status == UserBookingStatus.Refunded ? at : null,
            status == UserBookingStatus.Cancelled ? at : null, each.IsLate, each.IsByHouse,
        ];
    }

    private static string? HoldEndOf(in UserBooking booking) => booking switch
    {
        { Status: UserBookingStatus.Lapsed } or { IsHoldGone: true } => Expired,
        { Status: UserBookingStatus.Released } => Released,
        _ => null,
    };

    private static string? PaymentOf(UserBookingStatus status) => status switch
    {
        UserBookingStatus.Paying => "started",
        UserBookingStatus.Declined => "declined",
        UserBookingStatus.Confirmed or UserBookingStatus.Cancelled => "approved",
        _ => null,
    };

    private async IAsyncEnumerable<object?[]> SoldRows(UserBooking[] known)
    {
        await Task.CompletedTask;
        foreach (UserBooking each in known)
        {
            if (each.Status != UserBookingStatus.Confirmed) continue;
            string id = new BookingId(each.ShowtimeId, each.BookingId).ToString();
            foreach (string seat in LabelsOf(each.ShowtimeId, each.Claim.Seats.Span))
                yield return [each.ShowtimeId, seat, id];
        }
    }
}
