using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;

namespace Catalog.Shell.Leaderboards.Play;

/// <summary>
/// Learns what is usual, beside the requests: as soon as there is enough, then every hour, and when asked. Churn is
/// learned with it once a day. Then all players are judged anew, on the server whose duty the analyzer is; and once
/// when that duty comes here, for those whom the server that had it did not get to, and who do not play again.
/// <code>
/// every minute: due? ─► collect (between two batches of facts) ─► learn (a thread of its own) ─► install ─► judge all
/// the analyzer comes here ─────────────────────────────────────────────────────────────────────────────────► judge all
/// </code>
/// </summary>
/// <remarks>
/// Thread-safe. Every server learns for itself, from the same facts. Learning has a thread below the requests' priority
/// and takes seconds of a core at most. One that fails leaves the models as they were.
/// </remarks>
public sealed partial class PlayTrainer(
    ProjectionView<PlayBook> view, CaseRaiser raiser, PlayOptions options, ICluster cluster, TimeProvider clock,
    PlayMeters meters, ILogger<PlayTrainer> log) : IWorker
{
    private const int Slice = 4_096;
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _wanted = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private TaskCompletionSource? _asked;

    // Flagged, and not told of yet because the mode did not answer.
    private readonly List<ulong> _waiting = [];
    private bool _hasJudged;
    private bool _isRunning;
    private long _trainedMs;
    private long _trainedGames;
    private long _toldPassed;

    /// <summary>How often models were trained since the server started.</summary>
    public int Count { get; private set; }

    /// <summary>When models were last trained since the server started, milliseconds since 1970; 0 for not yet.
    /// </summary>
    public long TrainedMs => Volatile.Read(ref _trainedMs);

    /// <summary>Trains as soon as may be; completes when that is done, and all were judged anew.</summary>
    public Task TrainAsync()
    {
        lock (_gate)
        {
            _asked ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Wake();
            return _asked.Task;
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancel)
    {
        _isRunning = true;
        cluster.DutiesChanged += Wake;
        new Thread(Run) { IsBackground = true, Name = "play training", Priority = ThreadPriority.BelowNormal }.Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync()
    {
        cluster.DutiesChanged -= Wake;
        _stop.Cancel();
        return _isRunning ? _ended.Task : Task.CompletedTask;
    }

    private void Wake()
    {
        lock (_gate)
            if (_wanted.CurrentCount == 0) _wanted.Release();
    }

    private void Run()
    {
        try
        {
            while (true)
            {
                _wanted.Wait(Look, _stop.Token);
                TaskCompletionSource? asked;
                lock (_gate) (asked, _asked) = (_asked, null);
                if (asked is not null || IsDue()) TrainOnce();
                Judge();
                asked?.SetResult();
            }
        }
        catch (OperationCanceledException)
        {
            lock (_gate) _asked?.TrySetCanceled();
            _ended.SetResult();
        }
    }

    // Until something is known it is tried whenever a tenth more games were played.
    private bool IsDue()
    {
        (bool isKnown, long games) = view.Read(0, static (book, _) => (book.Models.KnowsAnomalies, book.Games));
        if (games == _trainedGames) return false;
        if (!isKnown || Count == 0) return games > _trainedGames * 11 / 10;
        return NowMs() - TrainedMs >= options.TrainMinutes * 60_000L;
    }

    private void TrainOnce()
    {
        long startedAt = clock.GetTimestamp();
        try
        {
            (PlayTraining training, _trainedGames) = view.Read(
                NowMs(), static (book, nowMs) => (book.Models.Collect(nowMs), book.Games));
            training.Learn();
            view.Read(training, static (book, learned) =>
            {
                book.Models.Install(learned);
                return true;
            });
            Count++;
            Volatile.Write(ref _trainedMs, NowMs());
            double tookMs = clock.GetElapsedTime(startedAt).TotalMilliseconds;
            if (training.HasAnomalies) Trained(log, training.Players, tookMs);
            TellPassed();
            _hasJudged = false;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(log, failure);
        }
    }

    private void TellPassed()
    {
        long passed = meters.Passed;
        if (passed != _toldPassed) Passed(log, options.MaxPlayers, passed, PlayOptions.Section);
        _toldPassed = passed;
    }

    private void Judge()
    {
        if (!cluster.HasDuty(CheatAnalyzer.ConsumerName))
        {
            _waiting.Clear();
            _hasJudged = false;
            return;
        }

        try
        {
            if (!_hasJudged) FindFlagged();
            _hasJudged = true;
            // What does not get through comes again with the next look.
            _waiting.RemoveAll(Raise);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            NotJudged(log, failure);
        }
    }

    // Some at a time, so that facts and questions come between.
    private void FindFlagged()
    {
        _waiting.Clear();
        bool hasMore = true;
        for (int from = 0; hasMore; from += Slice)
        {
            _stop.Token.ThrowIfCancellationRequested();
            hasMore = view.Read(
                (from, _waiting), static (book, ask) => book.FindFlagged(ask.from, Slice, ask._waiting));
        }
    }

    private bool Raise(ulong playerId)
    {
        _stop.Token.ThrowIfCancellationRequested();
        return raiser.RaiseAsync(playerId).AsTask().GetAwaiter().GetResult();
    }

    private long NowMs() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    [LoggerMessage(70, LogLevel.Information, "What is usual was learned from {Players} players in {TookMs} ms")]
    private static partial void Trained(ILogger logger, int players, double tookMs);

    [LoggerMessage(72, LogLevel.Warning,
        "Something is learned of {MaxPlayers} players at most, and there are more: {Games} games passed by since "
        + "the start. {Section}:MaxPlayers makes room")]
    private static partial void Passed(ILogger logger, int maxPlayers, long games, string section);

    [LoggerMessage(71, LogLevel.Error, "What is usual could not be learned; what was known stays")]
    private static partial void Failed(ILogger logger, Exception failure);

    [LoggerMessage(73, LogLevel.Warning, "Who plays like nobody else could not be told of; tried again in a minute")]
    private static partial void NotJudged(ILogger logger, Exception failure);
}
