using System.Collections.Concurrent;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Events;

namespace Catalog.Shell.Booking.Consumers;

/// <summary>
/// Keeps what people browse honest. The view of free, held and sold seats is kept by the facts; this notes which
/// showtimes' seats changed hands and, a round a second, compares the view of each with the partition that owns the
/// seats. A difference is a fault of the code, so it is reported, not painted over: a corrected version of the view is
/// built anew from the facts.
/// </summary>
/// <remarks>Thread-safe. A round reads at most 200 showtimes; the others, and those that just change, wait.</remarks>
public sealed partial class InventorySync(
    SeatBooking booking, ProjectionView<CatalogueView> view, ReadYourWrites writes, TimeProvider clock,
    ILogger<InventorySync> log) : IEventConsumer, IWorker
{
    /// <summary>The name its offset is kept under.</summary>
    public const string ConsumerName = "booking-inventory";

    private const int MaxPerRound = 200;
    private const int MaxRounds = 3;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<ulong, int> _changed = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;
    private long _checkCount;
    private long _driftCount;

    /// <inheritdoc/>
    public string Name => ConsumerName;

    /// <summary>Comparisons made since the start.</summary>
    public long CheckCount => Volatile.Read(ref _checkCount);

    /// <summary>Comparisons that found a difference.</summary>
    public long DriftCount => Volatile.Read(ref _driftCount);

    /// <summary>Showtimes still to be compared.</summary>
    public int WaitingCount => _changed.Count;

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) =>
        header.Partition.System == ShowtimeMachine.Id
        && header.Type is (>= 10 and <= 12) or 14 or 22 or 24 or (>= 30 and <= 33) or 42;

    /// <inheritdoc/>
    public ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel)
    {
        _changed[envelope.Header.Partition.Key] = 0;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancel)
    {
        _loop = RunAsync();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _loop;
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token)) await CheckAsync(_stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Asked to stop: what is left is compared when its seats next change hands.
        }
        catch (Exception failure)
        {
            Ended(log, failure);
        }
    }

    /// <summary>Compares a round of showtimes.</summary>
    internal async Task CheckAsync(CancellationToken cancel)
    {
        var copy = new SeatsCopy();
        foreach ((ulong showtimeId, int rounds) in _changed.Take(MaxPerRound))
        {
            _changed.TryRemove(showtimeId, out _);
            if (await LookAsync(showtimeId, copy, cancel) is not { } drift) continue;

            // Holds that ran out are free before that is announced: only a difference that stays is one.
            if (rounds + 1 < MaxRounds) _changed.TryAdd(showtimeId, rounds + 1);
            else if (drift.IsSettled) Report(in drift);
        }
    }

    /// <summary>Compares once; null when both say the same, or the view does not know the showtime.</summary>
    private async ValueTask<InventoryDrift?> LookAsync(ulong showtimeId, SeatsCopy copy, CancellationToken cancel)
    {
        Reply<BookingResult> reply = await booking.ReadSeatsAsync(showtimeId, copy);
        if (reply.Status != ReplyStatus.Done) return null;
        ulong mapVersion = copy.MapVersion;
        ShowtimeAvailability seats = CountsOf(copy);
        await writes.WaitAsync(view, cancel);
        (bool isKnown, ShowtimeAvailability seen) = view.Read(showtimeId, static (all, id) =>
            (all.TryFindShowtime(id, out ShowtimeListing found), found.Availability with { Together = 0 }));
        Interlocked.Increment(ref _checkCount);
        if (!isKnown || seen == seats) return null;
        await booking.ReadSeatsAsync(showtimeId, copy);
        return new InventoryDrift(showtimeId, seats, seen, IsSettled: copy.MapVersion == mapVersion);
    }

    private void Report(in InventoryDrift drift)
    {
        Interlocked.Increment(ref _driftCount);
        Drifted(log, drift.ShowtimeId, drift.View, drift.Seats);
    }

    private static ShowtimeAvailability CountsOf(SeatsCopy copy)
    {
        Span<int> counts = stackalloc int[(int)SeatStatus.Blocked + 1];
        counts.Clear();
        foreach (byte status in copy.Statuses) counts[status]++;
        foreach (AreaCounts area in copy.Areas)
        {
            counts[(int)SeatStatus.Free] += area.Free;
            counts[(int)SeatStatus.Held] += area.Held;
            counts[(int)SeatStatus.Sold] += area.Sold;
            counts[(int)SeatStatus.Blocked] += area.Blocked;
        }

        return new ShowtimeAvailability(
            counts[(int)SeatStatus.Free],
            counts[(int)SeatStatus.Held],
            counts[(int)SeatStatus.Sold],
            counts[(int)SeatStatus.Blocked],
            Together: 0);
    }

    [LoggerMessage(1050, LogLevel.Error,
        "The view of showtime {ShowtimeId} has drifted: it says {View}, the seats are {Seats}")]
    private static partial void Drifted(
        ILogger logger, ulong showtimeId, ShowtimeAvailability view, ShowtimeAvailability seats);

    [LoggerMessage(1051, LogLevel.Error, "The view cannot be compared with the seats any more")]
    private static partial void Ended(ILogger logger, Exception error);
}
