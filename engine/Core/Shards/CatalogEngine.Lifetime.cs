namespace Catalog.Engine.Core.Shards;

/// <summary>Starting, housekeeping and stopping.</summary>
public sealed partial class CatalogEngine
{
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _housekeeping = new(0);
    private readonly List<Thread> _threads = [];
    private readonly List<Func<long>> _trimBounds = [];
    private Task _housekeeper = Task.CompletedTask;
    private long _checkpointedPosition;
    private long _lastPosition;
    private volatile bool _isStopping;
    private int _disposed;
    private int _wantedCheckpoint;

    /// <summary>Recovers, then starts the loops. Commands are taken when the returned task completes.</summary>
    /// <exception cref="Storage.Journal.JournalCorruptException">The journal is damaged; nothing was
    /// changed.</exception>
    public async Task StartAsync()
    {
        await Task.Run(Recover);
        _checkpointedPosition = _checkpointer.Watermark;
        foreach (Shard shard in _shards)
        {
            var thread = new Thread(() => shard.Run(_stop.Token))
            {
                IsBackground = true,
                Name = $"shard-{shard.Index}",
            };
            _threads.Add(thread);
            thread.Start();
        }

        _housekeeper = Task.Run(KeepHouseAsync);
    }

    /// <summary>
    /// Keeps the journal from being trimmed past what <paramref name="position"/> returns: what a consumer still needs.
    /// Call before the start.
    /// </summary>
    public void HoldJournal(Func<long> position) => _trimBounds.Add(position);

    /// <summary>Writes snapshots of everything that changed, and completes when they are durable.</summary>
    /// <exception cref="IOException">They could not be written; the earlier ones stand, and the journal keeps the
    /// rest.</exception>
    public async Task CheckpointAsync(CancellationToken cancel = default)
    {
        long position = _storage.Journal.CommittedPosition;
        long wantedPass = _checkpointer.PassCount + (_checkpointer.IsRunning ? 2 : 1);
        Interlocked.Exchange(ref _wantedCheckpoint, 1);
        while (_checkpointer.PassCount < wantedPass)
        {
            WakeHousekeeping();
            await Task.Delay(TimeSpan.FromMilliseconds(5), cancel);
        }

        if (_checkpointer.Watermark < position) throw new IOException("The snapshots could not be written.");
    }

    /// <summary>Refuses new commands, answers those under way, writes snapshots and lets go of the storage.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        _acceptsCommands = false;
        if (_threads.Count > 0)
        {
            await DrainAsync();
            // What other processes append from here on is theirs to save.
            _lastPosition = _storage.Journal.CommittedPosition;
            _isStopping = true;
            WakeHousekeeping();
            await _housekeeper;
            await _stop.CancelAsync();
            foreach (Thread thread in _threads) thread.Join();
            foreach (Shard shard in _shards) shard.RefuseWaiting();
        }

        _storage.Journal.Dispose();
        _storage.Snapshots.Dispose();
        _storage.Lock?.Dispose();
        _stop.Dispose();
        _housekeeping.Dispose();
    }

    private void WakeHousekeeping()
    {
        if (_housekeeping.CurrentCount == 0) _housekeeping.Release();
    }

    private async Task DrainAsync()
    {
        while (!Array.TrueForAll(_shards, static shard => shard.IsIdle))
            await Task.Delay(TimeSpan.FromMilliseconds(1));
    }

    private async Task KeepHouseAsync()
    {
        DateTimeOffset nextAt = _options.Time.GetUtcNow() + _options.CheckpointInterval;
        while (true)
        {
            while (_checkpointer.Step())
            {
            }

            if (!_checkpointer.IsRunning)
            {
                Trim();
                if (_isStopping && _checkpointedPosition >= _lastPosition) return;
                if (IsCheckpointDue(nextAt))
                {
                    nextAt = _options.Time.GetUtcNow() + _options.CheckpointInterval;
                    BeginCheckpoint();
                    continue;
                }
            }

            await _housekeeping.WaitAsync(TimeSpan.FromSeconds(1));
        }
    }

    private bool IsCheckpointDue(DateTimeOffset nextAt)
    {
        long committed = _storage.Journal.CommittedPosition;
        if (Interlocked.Exchange(ref _wantedCheckpoint, 0) != 0 || _isStopping) return true;
        if (committed - _checkpointedPosition >= _options.CheckpointBytes) return true;
        return committed > _checkpointedPosition && _options.Time.GetUtcNow() >= nextAt;
    }

    private void BeginCheckpoint()
    {
        _checkpointedPosition = _storage.Journal.CommittedPosition;
        _checkpointer.Begin();
    }

    private void Trim()
    {
        long bound = _checkpointer.Watermark;
        foreach (Func<long> hold in _trimBounds) bound = Math.Min(bound, hold());
        if (bound > _storage.Journal.FirstPosition) _storage.Journal.Trim(bound);
    }
}
