using Catalog.Engine.Booking;
using Catalog.Engine.Booking.Advice;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Events;

namespace Catalog.Shell.Booking.Advice;

/// <summary>
/// Trains booking's models beside the requests: at start, every night at three (UTC), and when asked. Whoever asks gets
/// the models trained last; those being trained take their place in one step, whole.
/// <code>
/// start, night, "train" ─► read the history, piece by piece ─► train ─► publish
/// </code>
/// </summary>
/// <remarks>
/// Thread-safe. Training has a thread of its own below the requests' priority: it takes seconds of a core, and memory
/// for the history while it lasts. One that fails leaves the models as they were.
/// </remarks>
internal sealed partial class AdviceWorker(
    ProjectionView<CatalogueView> catalogue, ProjectionView<UserBookings> bookings, TimeProvider clock,
    ILogger<AdviceWorker> log) : IWorker
{
    private static readonly TimeSpan Night = TimeSpan.FromHours(3);

    // Models of nothing: what is usual.
    private readonly Lazy<BookingAdvisor> _untrained =
        new(() => BookingAdvisor.Train(new SalesHistoryBuilder().Build(), clock.GetUtcNow().ToUnixTimeMilliseconds()));

    private readonly SemaphoreSlim _wanted = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile BookingAdvisor? _current;
    private volatile AdviceTraining _training = new(0, false, 0, null);
    private bool _isRunning;

    /// <summary>The models trained last; until then, those of no history.</summary>
    public BookingAdvisor Current => _current ?? _untrained.Value;

    /// <summary>Whether models were trained since the server started.</summary>
    public bool IsTrained => _current is not null;

    /// <summary>How training stands.</summary>
    public AdviceTraining Training => _training;

    /// <summary>Wants the models trained anew, as soon as may be; asked again before that, it is once.</summary>
    public void Train()
    {
        lock (_wanted)
            if (_wanted.CurrentCount == 0) _wanted.Release();
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancel)
    {
        _isRunning = true;
        new Thread(Run) { IsBackground = true, Name = "booking advice", Priority = ThreadPriority.BelowNormal }.Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync()
    {
        _stop.Cancel();
        return _isRunning ? _ended.Task : Task.CompletedTask;
    }

    private void Run()
    {
        try
        {
            while (true)
            {
                _wanted.Wait(UntilNight(), _stop.Token);
                TrainOnce();
            }
        }
        catch (OperationCanceledException)
        {
            _ended.SetResult();
        }
    }

    private TimeSpan UntilNight()
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        DateTime night = now.Date + Night;
        return (night > now ? night : night.AddDays(1)) - now;
    }

    private void TrainOnce()
    {
        _training = _training with { IsUnderWay = true };
        long startedAt = clock.GetTimestamp();
        try
        {
            SalesHistory history = HistoryReader.Read(catalogue, bookings, _stop.Token);
            // What happened in this very millisecond is known, too.
            long nowMs = clock.GetUtcNow().ToUnixTimeMilliseconds() + 1;
            _current = BookingAdvisor.Train(history, nowMs, null, _stop.Token);
            double tookMs = clock.GetElapsedTime(startedAt).TotalMilliseconds;
            _training = new AdviceTraining(_training.Count + 1, false, tookMs, null);
            Trained(log, history.SaleCount, tookMs);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _training = _training with { IsUnderWay = false, Failure = failure.Message };
            Failed(log, failure);
        }
    }

    [LoggerMessage(60, LogLevel.Information, "Booking's models learned from {Bookings} bookings in {TookMs} ms")]
    private static partial void Trained(ILogger logger, int bookings, double tookMs);

    [LoggerMessage(61, LogLevel.Error, "Booking's models could not be trained; the former ones stay")]
    private static partial void Failed(ILogger logger, Exception failure);
}
