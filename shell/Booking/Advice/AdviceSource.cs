using System.Buffers;
using Catalog.Engine.Booking;
using Catalog.Engine.Booking.Advice;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Booking.Advice.Contracts;
using Catalog.Shell.Booking.Bookings;
using Catalog.Shell.Events;

namespace Catalog.Shell.Booking.Advice;

/// <summary>What answers are made of: the models, and the showtimes as they stand. Thread-safe.</summary>
internal sealed class AdviceSource(
    AdviceWorker worker, ProjectionView<CatalogueView> catalogue, ReadYourWrites reads, TimeProvider clock)
{
    /// <summary>Showtimes looked at for one answer.</summary>
    public const int MaxShows = 32_768;

    /// <summary>The models trained last.</summary>
    public BookingAdvisor Models => worker.Current;

    /// <summary>The present, milliseconds since 1970.</summary>
    public long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Waits until the caller's own writes are in the list of showtimes.</summary>
    public Task WaitAsync(CancellationToken cancel) => reads.WaitAsync(catalogue, cancel);

    /// <summary>Finds a showtime and what belongs to it.</summary>
    public ShowtimeListing? Find(ulong showtimeId) => catalogue.Read(showtimeId, static (all, id) =>
        all.TryFindShowtime(id, out ShowtimeListing found) ? found : (ShowtimeListing?)null);

    /// <summary>Whether there is such a theater, whether or not anything was learned of it yet.</summary>
    public bool HasTheater(ulong theaterId) =>
        catalogue.Read(theaterId, static (all, id) => all.TryFindTheater(id, out _));

    /// <summary>Uses the showtimes that start in a time, the earliest first; they are given back afterwards.</summary>
    public TResult Use<TArgument, TResult>(
        long untilMs, TArgument argument, Func<ReadOnlyMemory<UpcomingShowtime>, TArgument, TResult> use)
    {
        UpcomingShowtime[] shows = ArrayPool<UpcomingShowtime>.Shared.Rent(MaxShows);
        int count = catalogue.Read((NowMs, untilMs, shows), static (all, ask) =>
            all.CopyUpcoming(ask.NowMs + 1, ask.untilMs, ask.shows));
        try
        {
            return use(shows.AsMemory(0, count), argument);
        }
        finally
        {
            // They refer to films and theaters, which must not live on in a pool.
            shows.AsSpan(0, count).Clear();
            ArrayPool<UpcomingShowtime>.Shared.Return(shows);
        }
    }

    /// <summary>What answers rest on.</summary>
    public static AdviceBasisAnswer BasisOf(BookingAdvisor models)
    {
        AdvisorSummary summary = models.Summary;
        bool isTrained = summary.Bookings > 0 || summary.PastShowtimes > 0;
        DateTime? at = isTrained ? BookingAnswers.TimeOf(summary.AsOfMs) : null;
        return new AdviceBasisAnswer(at, summary.Bookings, summary.PastShowtimes);
    }

    /// <summary>A showtime in the few numbers models ask for.</summary>
    public static UpcomingShowtime ShowOf(in ShowtimeListing listing) => new(
        listing.Showtime.Id, listing.Showtime.StartsAtMs, listing.Movie, listing.Theater,
        listing.Showtime.Prices.BaseCents, listing.Availability.Free, listing.Availability.Sold,
        listing.Availability.Capacity);
}
