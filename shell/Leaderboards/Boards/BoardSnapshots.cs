using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Hashing;
using System.Text.Json;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Events;
using Catalog.Shell.Leaderboards.Contracts;

namespace Catalog.Shell.Leaderboards.Boards;

/// <summary>
/// The first hundred of every board somebody asks for, ready to be sent: readers never reach the shards.
/// <code>
/// facts, durable ─► "the mode has changed" ─► every 100 ms: one query a board that was asked for within a minute
///                                             ─► document, entity tag ─► readers
/// </code>
/// What is published is durable, and at most that much older than the latest fact; a board nobody asked for lately is
/// read when it is asked for.
/// </summary>
/// <remarks>Thread-safe. Reading is one look-up.</remarks>
public sealed class BoardSnapshots(
    LeaderboardClient boards, BoardAnswers answers, EventHost events, TimeProvider clock) : IWorker
{
    private const int Top = 100;
    private const long KeptMs = 60_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<BoardSnapshotKey, Entry> _entries = new();
    private readonly CancellationTokenSource _stop = new();
    private EventSubscription? _tail;
    private Task _loop = Task.CompletedTask;
    private long _hits;
    private long _misses;

    /// <summary>Reads that were answered from a published document, since the start.</summary>
    public long Hits => Volatile.Read(ref _hits);

    /// <summary>Reads for which a shard was asked, since the start.</summary>
    public long Misses => Volatile.Read(ref _misses);

    /// <summary>Told of a board whose first hundred are others now, and their entity tag; must be quick.</summary>
    internal event Action<BoardSnapshotKey, string>? Changed;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancel)
    {
        _tail = events.Tail.Subscribe(capacity: 1, static header => header.Partition.System == LeaderboardMachine.Id);
        _loop = RunAsync(_tail);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        _tail?.Dispose();
        await _loop;
    }

    /// <summary>The top of a board; null when the mode does not answer.</summary>
    internal ValueTask<BoardSnapshot?> FindAsync(BoardSnapshotKey key)
    {
        if (!_entries.TryGetValue(key, out Entry? entry))
        {
            Interlocked.Increment(ref _misses);
            return MakeAsync(key);
        }

        Interlocked.Increment(ref _hits);
        entry.AskedMs = boards.NowMs;
        return new ValueTask<BoardSnapshot?>(entry.Snapshot);
    }

    private async ValueTask<BoardSnapshot?> MakeAsync(BoardSnapshotKey key)
    {
        // Entered first, so that no fact behind the reading is missed.
        var entry = new Entry { AskedMs = boards.NowMs };
        if (await ReadAsync(key) is not { } snapshot) return null;
        entry.Snapshot = snapshot;
        _entries[key] = entry;
        // What was published meanwhile stays: it may be the newer one.
        return await ReadAsync(key) is { } again && entry.TryReplace(snapshot, again) ? again : entry.Snapshot;
    }

    private async Task RunAsync(EventSubscription tail)
    {
        while (await tail.ReadAsync() is not null)
        {
            await PublishAsync();
            await Task.Delay(Pause, clock, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PublishAsync()
    {
        long nowMs = boards.NowMs;
        foreach ((BoardSnapshotKey key, Entry entry) in _entries)
        {
            // What cannot be read now is read when it is next asked for.
            if (nowMs - entry.AskedMs > KeptMs || await ReadAsync(key) is not { } snapshot)
                _entries.TryRemove(key, out _);
            else if (snapshot.EntityTag != entry.Snapshot!.EntityTag)
                Publish(key, entry, snapshot);
        }
    }

    private void Publish(BoardSnapshotKey key, Entry entry, BoardSnapshot snapshot)
    {
        entry.Snapshot = snapshot;
        Changed?.Invoke(key, snapshot.EntityTag);
    }

    private async ValueTask<BoardSnapshot?> ReadAsync(BoardSnapshotKey key)
    {
        GameMode mode = GameModes.Find(key.Mode)!;
        Reply<BoardReading> reply = await boards.ReadAsync(mode, BoardWish.Top(key.Kind, Top, key.Region));
        if (!reply.HasValue || reply.Value.Code != BoardCode.Ok) return null;
        BoardAnswer answer = await answers.BoardAsync(mode, reply.Value.Copy);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(answer, LeaderboardsJson.Default.BoardAnswer);

        // The moment of reading is no change.
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(
            answer with { GeneratedAt = default }, LeaderboardsJson.Default.BoardAnswer);
        string tag = XxHash3.HashToUInt64(content).ToString("x16", CultureInfo.InvariantCulture);
        return new BoardSnapshot(json, $"\"{tag}\"");
    }

    private sealed class Entry
    {
        private long _askedMs;
        private BoardSnapshot? _snapshot;

        public long AskedMs
        {
            get => Volatile.Read(ref _askedMs);
            set => Volatile.Write(ref _askedMs, value);
        }

        public BoardSnapshot? Snapshot
        {
            get => Volatile.Read(ref _snapshot);
            set => Volatile.Write(ref _snapshot, value);
        }

        public bool TryReplace(BoardSnapshot known, BoardSnapshot next) =>
            Interlocked.CompareExchange(ref _snapshot, next, known) == known;
    }
}
