using Catalog.Engine.Booking;
using Catalog.Engine.Core.Shards;
using Catalog.Seed.Shared;
using Catalog.Shell.Booking;

namespace Catalog.Seed.Booking;

/// <summary>
/// Plays a plan: the commands the server would send, with the times of the plan, each checked against what must come of
/// it. One shard decides them in the order they are sent, so a payment need not wait for the answer to its hold.
/// </summary>
internal sealed class BookingPlayer
{
    private const ulong Expected = 0;
    private const ulong Declined = 1;
    private const ulong TooLate = 2;
    private readonly World _world;
    private readonly bool[] _isOpen;
    private readonly CommandStream<ShowtimeState, OpenShowtime, BookingResult> _open;
    private readonly CommandStream<ShowtimeState, ReserveBest, HoldResult> _reserve;
    private readonly CommandStream<ShowtimeState, StartPayment, PaymentResult> _start;
    private readonly CommandStream<ShowtimeState, FinishPayment, PaymentResult> _finish;
    private readonly CommandStream<ShowtimeState, ReleaseHold, BookingResult> _release;
    private readonly CommandStream<ShowtimeState, CancelBooking, BookingResult> _cancel;
    private ulong _lastPaymentId;

    /// <summary>Makes a player of one plan.</summary>
    public BookingPlayer(World world, SystemHandle<ShowtimeState> showtimes)
    {
        _world = world;
        _isOpen = new bool[world.Showtimes.Length];
        _open = new(showtimes, static (answer, _) => Check(answer.Code, Expected));
        _reserve = new(showtimes, CheckHold);
        _start = new(showtimes, static (answer, tag) => Check(answer.Code, tag));
        _finish = new(showtimes, static (answer, tag) => Check(answer.Code, tag));
        _release = new(showtimes, static (answer, _) => Check(answer.Code, Expected));
        _cancel = new(showtimes, static (answer, _) => Check(answer.Code, Expected));
    }

    /// <summary>Plays it; everything is durable when this returns.</summary>
    public async Task PlayAsync(Step[] steps, ISeedProgress progress)
    {
        for (int i = 0; i < steps.Length; i++)
        {
            await PlayAsync(steps[i]);
            if (i % 1024 == 0) progress.Report(i);
        }

        await _open.DrainAsync();
        await _reserve.DrainAsync();
        await _start.DrainAsync();
        await _finish.DrainAsync();
        await _release.DrainAsync();
        await _cancel.DrainAsync();
    }

    private async ValueTask PlayAsync(Step step)
    {
        Showtime showtime = _world.Showtimes[step.Showtime];
        ulong userId = _world.People[step.Person].UserId;
        ulong bookingId = BookingIdOf(step.Ordinal);
        if (step.Kind == StepKind.Cancel)
        {
            await _cancel.SendAsync(showtime.Id, new CancelBooking(step.TimeMs, userId, bookingId));
            return;
        }

        if (!_isOpen[step.Showtime]) await OpenAsync(step, showtime);
        var wish = new SeatWish(step.Party, ZoneMask: step.IsCheap ? 1UL : 0, AllowSplit: true);
        await _reserve.SendAsync(showtime.Id, new ReserveBest(step.TimeMs, userId, wish), bookingId);
        long nextMs = step.TimeMs + (step.DelaySeconds * 1000L);
        switch (step.Kind)
        {
            case StepKind.Release:
                await _release.SendAsync(showtime.Id, new ReleaseHold(nextMs, userId, bookingId, default));
                break;
            case StepKind.Lapse:
                await ComeLateAsync(showtime, nextMs + showtime.HoldMs, userId, bookingId);
                break;
            default:
                if (step.Kind == StepKind.BookAtSecondTry)
                    await PayAsync(showtime, nextMs - 5000, (userId, bookingId), isApproved: false);
                await PayAsync(showtime, nextMs, (userId, bookingId), isApproved: true);
                break;
        }
    }

    private ValueTask OpenAsync(Step step, Showtime showtime)
    {
        _isOpen[step.Showtime] = true;
        ShowtimeTerms terms = ShowtimeHouses.TermsOf(showtime);
        var open = new OpenShowtime(step.TimeMs, _world.TheaterOf(showtime).Plan, terms);
        return _open.SendAsync(showtime.Id, open);
    }

    private async ValueTask PayAsync(
        Showtime showtime, long timeMs, (ulong UserId, ulong BookingId) of, bool isApproved)
    {
        ulong paymentId = ++_lastPaymentId;
        var start = new StartPayment(timeMs, of.UserId, of.BookingId, default, paymentId);
        await _start.SendAsync(showtime.Id, start, Expected);
        var finish = new FinishPayment(timeMs + 2000, paymentId, isApproved);
        await _finish.SendAsync(showtime.Id, finish, isApproved ? Expected : Declined);
    }

    // Nothing comes of it, but that the hold ran out is now written down.
    private ValueTask ComeLateAsync(Showtime showtime, long timeMs, ulong userId, ulong bookingId) =>
        _start.SendAsync(
            showtime.Id, new StartPayment(timeMs, userId, bookingId, default, ++_lastPaymentId), TooLate);

    /// <summary>
    /// A booking's id is its hold's first token, and that is generation:48 | slot:16. One hold at a time: generations
    /// count holds, and the slot is always the first.
    /// </summary>
    private static ulong BookingIdOf(int ordinal) => (ulong)ordinal << 16;

    private static string? CheckHold(HoldResult answer, ulong bookingId)
    {
        if (answer.Code != BookingCode.Ok) return answer.Code.ToString();
        return answer.BookingId == bookingId ? null : $"the booking is {answer.BookingId}";
    }

    private static string? Check(BookingCode code, ulong tag)
    {
        BookingCode expected = tag switch
        {
            Declined => BookingCode.PaymentDeclined,
            TooLate => BookingCode.UnknownBooking,
            _ => BookingCode.Ok,
        };
        return code == expected ? null : code.ToString();
    }
}
