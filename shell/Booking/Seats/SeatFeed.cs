using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Events;
using Catalog.WsGateway;
using Catalog.WsGateway.Topics;

namespace Catalog.Shell.Booking.Seats;

/// <summary>
/// Hands committed facts to those who watch seats. The tail is read once for everybody; facts of showtimes nobody
/// watches are not even copied. A watch listens first and then fetches the picture through the showtime's own writer,
/// so nothing falls in between.
/// </summary>
/// <remarks>
/// Thread-safe. Bounds: <see cref="BookingOptions.MaxWatchers"/> clients, and besides the watches those have, 256 idle
/// ones kept for clients that come back.
/// </remarks>
public sealed class SeatFeed(
    EventHost events, SeatBooking booking, ShowtimeHouses houses, BookingOptions options, Gateway gateway,
    TimeProvider clock)
    : IWorker
{
    private const int TailCapacity = 16 * 1024;
    private const int MaxIdle = 256;
    private const int MaxAttempts = 5;
    private static readonly TimeSpan SweepPeriod = TimeSpan.FromSeconds(10);

    private static readonly Meter Meter = new("Catalog.Booking");
    private static readonly Counter<long> Dropped = Meter.CreateCounter<long>(
        "catalog.booking.seat_watchers.dropped", description: "Clients let go because they did not keep up");

    private readonly ConcurrentDictionary<ulong, SeatWatch> _watches = new();
    private readonly Queue<ulong> _idle = new();
    private readonly Lock _gate = new();
    private EventSubscription? _tail;
    private ITimer? _sweep;
    private Task _loop = Task.CompletedTask;
    private int _watcherCount;
    private long _droppedCount;

    /// <summary>Clients that watch.</summary>
    public int WatcherCount => Volatile.Read(ref _watcherCount);

    /// <summary>Showtimes whose picture is kept up.</summary>
    internal int WatchCount => _watches.Count;

    /// <summary>Clients that were let go because they did not keep up.</summary>
    public long DroppedCount => Interlocked.Read(ref _droppedCount);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancel)
    {
        _tail = events.Tail.Subscribe(
            TailCapacity, header => SeatFact.IsOne(in header) && _watches.ContainsKey(header.Partition.Key));
        _loop = RunAsync(_tail);
        _sweep = clock.CreateTimer(_ => Sweep(), null, SweepPeriod, SweepPeriod);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        _tail?.Dispose();
        if (_sweep is not null) await _sweep.DisposeAsync();
        await _loop;
        foreach (SeatWatch watch in _watches.Values) watch.End();
    }

    /// <summary>Begins to watch a showtime that exists.</summary>
    /// <param name="showtimeId">The showtime.</param>
    /// <param name="last">The last event the client has, if any.</param>
    /// <returns>Null when there are too many, or the engine does not answer.</returns>
    internal async Task<SeatWatcher?> WatchAsync(ulong showtimeId, ulong? last)
    {
        if (Interlocked.Increment(ref _watcherCount) > options.MaxWatchers)
        {
            Interlocked.Decrement(ref _watcherCount);
            return null;
        }

        var watcher = new SeatWatcher(showtimeId);
        for (int attempt = 0; attempt < MaxAttempts; attempt++)
        {
            SeatWatch watch = WatchOf(showtimeId);
            if (watch.WatcherCount >= options.MaxWatchersPerShowtime) break;
            if (watch.NeedsPicture && !await FetchAsync(watch)) break;
            lock (_gate)
            {
                if (IsKept(watch) && watch.TryAdd(watcher, last)) return watcher;
            }
        }

        Interlocked.Decrement(ref _watcherCount);
        return null;
    }

    /// <summary>Subscribes a client of the gateway to a showtime that exists.</summary>
    internal async ValueTask<SubscribeResult> SubscribeAsync(ulong showtimeId, SubscribeRequest request)
    {
        for (int attempt = 0; attempt < MaxAttempts; attempt++)
        {
            SeatWatch watch = WatchOf(showtimeId);
            if (watch.NeedsPicture && !await FetchAsync(watch)) break;
            lock (_gate)
                if (IsKept(watch) && watch.TrySubscribe(request) is { } result) return result;
        }

        return SubscribeResult.Busy;
    }

    /// <summary>Ends watching.</summary>
    internal void Unwatch(SeatWatcher watcher)
    {
        Interlocked.Decrement(ref _watcherCount);
        if (watcher.IsDropped)
        {
            Interlocked.Increment(ref _droppedCount);
            Dropped.Add(1);
        }

        if (!_watches.TryGetValue(watcher.ShowtimeId, out SeatWatch? watch)) return;
        lock (_gate)
        {
            watch.Remove(watcher);
            if (!watch.IsWatched) Idle(watcher.ShowtimeId);
        }
    }

    /// <summary>Finds the watches the gateway's clients have left: nobody says so when they do.</summary>
    internal void Sweep()
    {
        foreach (SeatWatch watch in _watches.Values)
        {
            lock (_gate)
                if (!watch.IsWatched && !_idle.Contains(watch.ShowtimeId)) Idle(watch.ShowtimeId);
        }
    }

    /// <summary>Lets go of every picture nobody looks at.</summary>
    internal void Forget()
    {
        Sweep();
        lock (_gate)
            while (_idle.Count > 0) ForgetOldest();
    }

    private void Idle(ulong showtimeId)
    {
        _idle.Enqueue(showtimeId);
        if (_idle.Count > MaxIdle) ForgetOldest();
    }

    private void ForgetOldest()
    {
        ulong oldest = _idle.Dequeue();
        bool isIdle = !_idle.Contains(oldest)
            && _watches.TryGetValue(oldest, out SeatWatch? left) && !left.IsWatched;
        if (isIdle) _watches.TryRemove(oldest, out _);
    }

    private SeatWatch WatchOf(ulong showtimeId) =>
        _watches.GetOrAdd(showtimeId, static (id, all) => new SeatWatch(id, all), gateway);

    /// <summary>An idle watch may have been forgotten meanwhile, and would never hear of another fact.</summary>
    private bool IsKept(SeatWatch watch) =>
        _watches.TryGetValue(watch.ShowtimeId, out SeatWatch? kept) && kept == watch;

    private async Task RunAsync(EventSubscription tail)
    {
        while (await tail.ReadAsync() is { } item) Take(in item);
    }

    /// <summary>Hands a fact to whom it concerns; after a gap all pictures are fetched anew.</summary>
    internal void Take(in TailItem item)
    {
        if (item.IsGap)
        {
            foreach (SeatWatch watch in _watches.Values)
                if (watch.Lose()) _ = FetchAsync(watch);
        }
        else if (_watches.TryGetValue(item.Header.Partition.Key, out SeatWatch? watch) && watch.Take(in item))
        {
            _ = FetchAsync(watch);
        }
    }

    private async Task<bool> FetchAsync(SeatWatch watch)
    {
        if (!houses.TryFindPlan(watch.ShowtimeId, out SeatPlan? plan)) return false;
        for (int attempt = 0; attempt < MaxAttempts; attempt++)
        {
            int generation = watch.Generation;
            var copy = new SeatsCopy { KeepsLapsed = true };
            Reply<BookingResult> reply = await booking.ReadSeatsAsync(watch.ShowtimeId, copy);
            if (reply.HasValue && watch.Show(new SeatPicture(plan, copy), generation)) return true;
        }

        // Clients are told to come back rather than left with a picture that stands still.
        watch.End();
        return false;
    }
}
