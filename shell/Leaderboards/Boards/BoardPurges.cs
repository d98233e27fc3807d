using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Catalog.Shell.Alerts;
using Catalog.Shell.Events;
using Catalog.Shell.Leaderboards.Contracts;

namespace Catalog.Shell.Leaderboards.Boards;

/// <summary>
/// Tells a cache in front of the server that a board's first hundred are others now: a signed <c>POST</c> to
/// <c>Catalog:Leaderboards:PurgeUrl</c>, at most every five seconds a board. Without an address nobody is told.
/// <code>
/// changed ─► waits until its board was told of five seconds ago ─► call; one that fails is made again
/// </code>
/// What a cache misses, it notices itself by <c>max-age</c>: calls are not kept over a restart. Thread-safe.
/// </summary>
internal sealed partial class BoardPurges(
    BoardSnapshots snapshots,
    BoardPurgeOptions options,
    WebhookSender sender,
    TimeProvider clock,
    ILogger<BoardPurges> log) : IWorker
{
    /// <summary>Milliseconds between two calls about a board.</summary>
    public const int PauseMs = 5_000;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);
    private readonly ConcurrentDictionary<BoardSnapshotKey, string> _changed = new();
    private readonly Dictionary<BoardSnapshotKey, long> _toldMs = [];
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;
    private long _lastCall;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancel)
    {
        if (options.PurgeUrl is not { } address) return Task.CompletedTask;
        snapshots.Changed += Note;
        _loop = RunAsync(address);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        snapshots.Changed -= Note;
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    /// <summary>Where a board's first hundred are read, as a cache knows them.</summary>
    internal static string PathOf(BoardSnapshotKey board)
    {
        string query = "?type=" + BoardTypes.NameOf(board.Kind);
        if (GameModes.RegionName(board.Region) is { } region) query += "&region=" + region;
        return $"/leaderboards/api/leaderboard/{GameModes.Find(board.Mode)!.Slug}/top100{query}";
    }

    private void Note(BoardSnapshotKey board, string entityTag) => _changed[board] = entityTag;

    private async Task RunAsync(string address)
    {
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(Step, clock, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (BoardSnapshotKey board in _changed.Keys)
            {
                long nowMs = clock.GetUtcNow().ToUnixTimeMilliseconds();
                bool isEarly = _toldMs.TryGetValue(board, out long toldMs) && nowMs - toldMs < PauseMs;
                if (isEarly || _stop.IsCancellationRequested || !_changed.TryRemove(board, out string? tag)) continue;
                _toldMs[board] = nowMs;
                await CallAsync(address, board, tag);
            }
        }
    }

    private async Task CallAsync(string address, BoardSnapshotKey board, string entityTag)
    {
        string mode = GameModes.Find(board.Mode)!.Slug;
        var purge = new BoardPurge(
            mode,
            BoardTypes.NameOf(board.Kind),
            GameModes.RegionName(board.Region),
            PathOf(board),
            entityTag,
            DateTimeOffset.FromUnixTimeMilliseconds(_toldMs[board]).UtcDateTime);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(purge, LeaderboardsJson.Default.BoardPurge);
        string delivery = (++_lastCall).ToString(CultureInfo.InvariantCulture);
        try
        {
            await sender.SendAsync(address, options.PurgeSecret, delivery, json, _stop.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            // A later change has told more than this one by then.
            _changed.TryAdd(board, entityTag);
            if (!_stop.IsCancellationRequested) Failed(log, failure, mode);
        }
    }

    [LoggerMessage(1060, LogLevel.Warning, "The cache could not be told that the top of {Mode} has changed")]
    private static partial void Failed(ILogger logger, Exception error, string mode);
}
