using Catalog.Engine.Core.Shards;
using Catalog.Shell.Events;
using Npgsql;

namespace Catalog.Shell.Cluster.Nodes;

/// <content>What one node does for all: trimming the journal, tidying the snapshots.</content>
internal sealed partial class ClusterMember
{
    private const string HouseDuty = "house";

    /// <summary>A handed-over shard is replayed from its last snapshot: about a second at this size.</summary>
    private const long MaxReplayBytes = 8 * 1024 * 1024;

    private const long TrimEveryMs = 10_000;
    private const long TidyEveryMs = 60_000;
    private const long MeasureEveryMs = 15_000;

    private long _needed;
    private long _nextTrimMs;
    private long _nextTidyMs;
    private long _nextMeasureMs;
    private Task _tidying = Task.CompletedTask;
    private Task _measuring = Task.CompletedTask;

    private async Task KeepHouseAsync(CancellationToken cancel)
    {
        if (Environment.TickCount64 >= _nextMeasureMs && _measuring.IsCompleted)
        {
            _nextMeasureMs = Environment.TickCount64 + MeasureEveryMs;
            _measuring = MeasureAsync();
        }

        if (!HasDuty(HouseDuty))
        {
            Volatile.Write(ref _needed, 0);
            return;
        }

        long nowMs = Environment.TickCount64;
        if (nowMs >= _nextTrimMs)
        {
            _nextTrimMs = nowMs + TrimEveryMs;
            Volatile.Write(ref _needed, await NeededAsync(cancel));
        }

        if (nowMs < _nextTidyMs || !_tidying.IsCompleted) return;
        _nextTidyMs = nowMs + TidyEveryMs;
        _tidying = TidyAsync();
    }

    /// <summary>Where the journal is still needed from, by any shard, consumer or node.</summary>
    private async Task<long> NeededAsync(CancellationToken cancel)
    {
        long[] watermarks =
        [
            .. Enumerable.Range(0, _storage.ShardCount)
                .Select(static shard => unchecked((long)CatalogEngine.WatermarkKeyOf(shard).Key)),
        ];
        string[] consumers = _services.GetRequiredService<EventHost>().ConsumerNames;
        long needed = await _directory.ReadNeededAsync(watermarks, consumers, cancel);
        foreach (NodeInfo node in _picture!.Nodes)
            if (node.HasSession) needed = Math.Min(needed, node.Applied);
        return needed;
    }

    private async Task MeasureAsync()
    {
        try
        {
            await _storage.MeasureAsync(_stop.Token);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or NpgsqlException)
        {
            if (!_stop.IsCancellationRequested) Troubled(_log, failure, "Measuring");
        }
    }

    private async Task TidyAsync()
    {
        try
        {
            await _storage.Snapshots.TidyAsync(_stop.Token);
            await _directory.ForgetGoneAsync(_stop.Token);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or NpgsqlException)
        {
            if (!_stop.IsCancellationRequested) Troubled(_log, failure, "Tidying the snapshots");
        }
    }
}
