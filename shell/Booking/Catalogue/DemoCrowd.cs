using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Auth;
using Catalog.Shell.Auth.Commands;

namespace Catalog.Shell.Booking.Catalogue;

/// <summary>
/// Makes the demo's showtimes look as if people went there: the sooner and the later in the evening, the fuller; some
/// sold out, so that the waiting list can be tried, and one with a waiting room and a single seat left, so that the
/// second visitor has to queue. What is sold is held and paid for like everything else, by people without accounts,
/// whom nobody mails; the demo customer has two bookings.
/// </summary>
/// <remarks>The same catalogue is filled in the same way. Showtimes are filled beside each other.</remarks>
public sealed class DemoCrowd(SeatBooking booking, ShowtimeHouses houses, Accounts accounts)
{
    private const ulong FirstVisitor = 1_000_000;
    private const long DayMs = 24L * 60 * 60 * 1000;
    private const long HourMs = 60L * 60 * 1000;
    private const int SoldOut = 100;

    /// <summary>Fills showtimes, soonest first.</summary>
    /// <exception cref="InvalidOperationException">The engine does not answer.</exception>
    public async Task FillAsync(IReadOnlyList<Showtime> showtimes, CancellationToken cancel)
    {
        Showtime? crowded = showtimes.FirstOrDefault(show => show.HasWaitingRoom);
        await Parallel.ForEachAsync(
            showtimes,
            new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = cancel },
            async (show, _) => await FillAsync(show, ReferenceEquals(show, crowded) ? SoldOut : PercentOf(show),
                leftOver: ReferenceEquals(show, crowded) ? 1 : 0));
        await BookForDemoAsync(showtimes);
    }

    /// <summary>How full a showtime is, in percent: by day, hour and a little by chance.</summary>
    internal int PercentOf(Showtime show)
    {
        ulong chance = Mixed(show.Id);
        if (chance % 17 == 0) return SoldOut;
        if (chance % 13 == 0) return 0;
        long daysAhead = Math.Max(0, (show.StartsAtMs - booking.NowMs) / DayMs);
        bool isEvening = show.StartsAtMs % DayMs / HourMs >= 17;
        int percent = (isEvening ? 62 : 34) - (int)(daysAhead * 6) + (int)(chance / 1024 % 41) - 20;
        return Math.Clamp(percent, 0, 95);
    }

    private async ValueTask FillAsync(Showtime show, int percent, int leftOver)
    {
        if (percent == 0 || !houses.TryFindPlan(show.Id, out SeatPlan? plan)) return;
        if (houses.Find(show.Id) is not { } listed) return;

        // The waiting room opens its door when everybody else is inside.
        ShowtimeTerms terms = ShowtimeHouses.TermsOf(listed.Showtime);
        Check(await booking.OpenAsync(show.Id, plan, terms with { Revision = 0, HasWaitingRoom = false }));
        int seats = (plan.SeatCount * percent / 100) - leftOver;
        ulong visitor = FirstVisitor + (show.Id * 1_000);
        while (seats > 0)
        {
            visitor++;
            int party = Math.Min(seats, 2 + (int)(Mixed(visitor) % 7));
            seats -= party;
            await BuyAsync(show.Id, visitor, new SeatWish(party, AllowSplit: true, AllowOrphans: true));
        }

        if (percent == SoldOut) await BuyTheRestAsync(show.Id, plan, leftOver, visitor);
        await FillAreasAsync(show.Id, plan, percent, visitor);
        Check(await booking.ReviseAsync(show.Id, terms));
    }

    /// <summary>
    /// Wheelchair places and their companions' are given to nobody unasked: they go by name, and what is left over is a
    /// seat for everybody.
    /// </summary>
    private async Task BuyTheRestAsync(ulong showtimeId, SeatPlan plan, int leftOver, ulong visitor)
    {
        var copy = new SeatsCopy();
        await booking.ReadSeatsAsync(showtimeId, copy);
        ushort[] free = [.. FreeSeats(copy).OrderByDescending(seat => plan.KindOf(seat) != SeatKind.Standard)];
        foreach (ushort seat in free.Take(Math.Max(0, free.Length - leftOver)))
        {
            var request = new ReserveSeats(booking.NowMs, ++visitor, new SeatList(seat), NeedsAccess: true);
            await PayAsync(showtimeId, visitor, await booking.ReserveAsync(showtimeId, request));
        }
    }

    private async Task FillAreasAsync(ulong showtimeId, SeatPlan plan, int percent, ulong visitor)
    {
        for (int area = 0; area < plan.AreaCount; area++)
        {
            int places = plan.Area(area).Capacity * percent / 100;
            while (places > 0)
            {
                byte party = (byte)Math.Min(places, 1 + (int)(Mixed(++visitor) % 6));
                places -= party;
                var request = new ReserveSeats(booking.NowMs, visitor, default, (byte)area, party);
                await PayAsync(showtimeId, visitor, await booking.ReserveAsync(showtimeId, request));
            }
        }
    }

    private async Task BookForDemoAsync(IReadOnlyList<Showtime> showtimes)
    {
        Reply<CredentialsAnswer> demo = await accounts.FindAsync(DemoAccounts.All[0].Email);
        if (!demo.HasValue || demo.Value.Profile.UserId == 0) return;
        ulong userId = demo.Value.Profile.UserId;
        Showtime[] open = [.. showtimes.Where(show => !show.HasWaitingRoom && PercentOf(show) is > 20 and < 80)];
        foreach (Showtime show in (Showtime[])[.. open.Take(1), .. open.Skip(open.Length / 2).Take(1)])
            await BuyAsync(show.Id, userId, new SeatWish(2, AllowSplit: true));
    }

    private async Task BuyAsync(ulong showtimeId, ulong userId, SeatWish wish) =>
        await PayAsync(showtimeId, userId, await booking.HoldBestAsync(showtimeId, userId, wish));

    private async Task PayAsync(ulong showtimeId, ulong userId, Reply<HoldResult> held)
    {
        if (!held.HasValue) throw new InvalidOperationException($"The demo's seats are not held: {held.Status}.");
        if (held.Value.Code != BookingCode.Ok) return;
        var hold = new HoldReference(userId, held.Value.BookingId);
        Reply<PaymentResult> started = await booking.StartPaymentAsync(showtimeId, hold);
        if (started is { HasValue: true, Value.Code: BookingCode.Ok })
            await booking.FinishPaymentAsync(showtimeId, started.Value.PaymentId, isApproved: true);
    }

    private static ushort[] FreeSeats(SeatsCopy copy)
    {
        var free = new List<ushort>();
        for (int seat = 0; seat < copy.Statuses.Length; seat++)
            if (copy.Statuses[seat] == (byte)SeatStatus.Free) free.Add((ushort)seat);
        return [.. free];
    }

    private static void Check(Reply<BookingResult> reply)
    {
        if (!reply.HasValue) throw new InvalidOperationException($"The demo is not opened: {reply.Status}.");
    }

    // A number's own number: Fibonacci hashing (D. Knuth, The Art of Computer Programming 3, section 6.4).
    private static ulong Mixed(ulong number) => (number * 0x9E3779B97F4A7C15) >> 29;
}
