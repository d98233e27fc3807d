using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;

namespace Catalog.Shell.Booking;

/// <summary>
/// The way from the catalogue to a showtime's seats. A showtime's partition is opened when somebody first wants
/// something of it, with the plan of its theater and the terms the catalogue has.
/// </summary>
/// <remarks>
/// Thread-safe. A showtime keeps its plan for good, so plans found once are remembered and finding one again takes no
/// lock; memory is bounded by the catalogue's capacity.
/// </remarks>
public sealed class ShowtimeHouses(SeatBooking booking, ProjectionView<CatalogueView> catalogue)
{
    private readonly ConcurrentDictionary<ulong, SeatPlan> _plans = new();

    /// <summary>Finds a showtime's plan. O(1); allocates nothing when it was found before.</summary>
    public bool TryFindPlan(ulong showtimeId, [NotNullWhen(true)] out SeatPlan? plan) =>
        _plans.TryGetValue(showtimeId, out plan) || TryFindPlanSlow(showtimeId, out plan);

    /// <summary>Finds a showtime and what belongs to it.</summary>
    public ShowtimeListing? Find(ulong showtimeId) => catalogue.Read(showtimeId, static (all, id) =>
        all.TryFindShowtime(id, out ShowtimeListing found) ? found : (ShowtimeListing?)null);

    /// <summary>Puts a showtime on sale as the catalogue has it; nothing happens when it is already.</summary>
    /// <returns>What became of the command; <see cref="BookingCode.NotOpen"/> when there is no such showtime.</returns>
    public async Task<Reply<BookingResult>> OpenAsync(ulong showtimeId)
    {
        if (Find(showtimeId) is not { } seen || !TryFindPlan(showtimeId, out SeatPlan? plan))
            return new Reply<BookingResult>(ReplyStatus.Done, new BookingResult(BookingCode.NotOpen));
        Reply<BookingResult> reply = await booking.OpenAsync(showtimeId, plan, TermsOf(seen.Showtime));
        if (!reply.HasValue || Find(showtimeId) is not { } now) return reply;

        // A revision that came in between may have found the showtime not open, and nobody else would repeat it.
        return now.Showtime.Revision == seen.Showtime.Revision
            ? reply
            : await booking.ReviseAsync(showtimeId, TermsOf(now.Showtime));
    }

    /// <summary>
    /// Sends a command and, when the showtime turns out not to be open, opens it and sends the command once more.
    /// </summary>
    public async Task<Reply<TResult>> OpenedAsync<TResult>(
        ulong showtimeId, Func<ValueTask<Reply<TResult>>> send, Func<TResult, BookingCode> codeOf)
        where TResult : struct
    {
        Reply<TResult> reply = await send();
        if (reply.Status != ReplyStatus.Done || codeOf(reply.Value) != BookingCode.NotOpen) return reply;
        await OpenAsync(showtimeId);
        return await send();
    }

    /// <summary>The rules a showtime is sold under, as the catalogue says.</summary>
    public static ShowtimeTerms TermsOf(Showtime showtime) => new()
    {
        Revision = showtime.Revision,
        OnSaleAtMs = showtime.OnSaleAtMs,
        StartsAtMs = showtime.StartsAtMs,
        ZonePricesCents = [.. showtime.Prices.Cents],
        HoldMs = showtime.HoldMs,
        HasWaitingRoom = showtime.HasWaitingRoom,
        IsCancelled = showtime.Status == ShowtimeStatus.Cancelled,
    };

    private bool TryFindPlanSlow(ulong showtimeId, [NotNullWhen(true)] out SeatPlan? plan)
    {
        plan = catalogue.Read(showtimeId, static (all, id) =>
            all.TryFindPlan(id, out SeatPlan? found) ? found : null);
        if (plan is not null) _plans.TryAdd(showtimeId, plan);
        return plan is not null;
    }
}
