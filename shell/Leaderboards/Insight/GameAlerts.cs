using System.Diagnostics.CodeAnalysis;
using Catalog.Engine.Analytics;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Alerts;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;
using Catalog.Shell.Insight;
using Catalog.Shell.Observability;
using Catalog.Shell.Observability.Contracts;

namespace Catalog.Shell.Leaderboards.Insight;

/// <summary>
/// Raises an alert when suddenly much is held for review, when answers take long, or when scores rise; ends it when
/// that is over. Looks every fifteen seconds. One look is O(days), a millisecond or so.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed partial class GameAlerts(
    PulseReader pulse, GameHealth health, SystemReport system, InsightRegistry insight, AlertDesk desk,
    ICluster cluster, LeaderboardClient boards, ILogger<GameAlerts> log) : IWorker
{
    private const string Duty = "game-alerts";
    private const string SystemName = "leaderboards";

    // A handful of held games is no spike, whatever their share.
    private const int LeastHeld = 20;
    private const double LeastShare = 0.05;
    private const double SpikeFactor = 3;
    private const long UsualDays = 7;

    // What a submission may take by the specification, and how many must say so.
    private const double SlowMs = 100;
    private const long LeastCommands = 100;

    // An alert ends only so far below what raised it, so that it does not come and go around it.
    private const double Margin = 0.7;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private readonly HashSet<string> _open = [];
    private readonly HashSet<string> _looked = [];
    private PeriodicWork? _rounds;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancel)
    {
        _rounds = new PeriodicWork(Every, TryLookAsync);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync() => _rounds?.StopAsync() ?? Task.CompletedTask;

    /// <summary>Looks once at everything. Not twice at once.</summary>
    internal async Task LookAsync()
    {
        if (!cluster.HasDuty(Duty)) return;
        foreach (GameMode mode in GameModes.All)
        {
            await LookAtHeldAsync(mode);
            Contracts.InflationAnswer inflation = health.InflationOf(mode);
            await SetAsync(GameAlertText.Inflation(mode, inflation), inflation.IsRising, inflation.IsRising);
        }

        LatencyAnswer commit = system.Read().Commit;
        bool isMany = commit.PerSecond * 60 >= LeastCommands;
        await SetAsync(
            GameAlertText.Slow(commit.P99Ms),
            isMany && commit.P99Ms > SlowMs,
            isMany && commit.P99Ms > Margin * SlowMs);
    }

    private async Task LookAtHeldAsync(GameMode mode)
    {
        PulseReading now = pulse.Read(mode);
        double share = now.Submitted == 0 ? 0 : (double)now.Held / now.Submitted;
        double usual = UsualShareOf(mode);
        double limit = Math.Max(LeastShare, SpikeFactor * usual);
        await SetAsync(
            GameAlertText.Spike(mode, share, usual, now.Held),
            now.Held >= LeastHeld && share > limit,
            now.Held >= LeastHeld && share > Margin * limit);
    }

    /// <summary>The share that was held in the week until an hour ago.</summary>
    private double UsualShareOf(GameMode mode)
    {
        long toMs = TimeBuckets.Floor(TimeGrain.Hour, boards.NowMs - TimeBuckets.HourMs);
        RollupTable? table = insight.Find(SystemName)?.Query(BoardRollups.DailyPlayers, new RollupQuery
        {
            FromMs = toMs - (UsualDays * TimeBuckets.DayMs),
            ToMs = toMs,
            Grain = TimeGrain.All,
            Where = [new RollupFilter("mode", [mode.Id])],
            Measures = ["held", "scores_submitted"],
        });
        if (table is null || table.RowCount == 0 || table.Values(0)[1] == 0) return 0;
        return table.Values(0)[0] / table.Values(0)[1];
    }

    /// <summary>Raises an alert, keeps it, or ends it. After a restart what holds no more is ended once.</summary>
    private async Task SetAsync(Alert alert, bool begins, bool goesOn)
    {
        if (begins && _open.Add(alert.Key)) await desk.RaiseAsync(alert);
        else if (!goesOn && (_open.Remove(alert.Key) || !_looked.Contains(alert.Key)))
            await desk.EndAsync(SystemName, alert.Key);
        _looked.Add(alert.Key);
    }

    [SuppressMessage("Design", "CA1031", Justification = "A look that fails must not be the last one.")]
    private async Task TryLookAsync(CancellationToken cancel)
    {
        try
        {
            await LookAsync();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(log, failure);
        }
    }

    [LoggerMessage(67, LogLevel.Error, "The boards could not be looked at for alerts")]
    private static partial void Failed(ILogger logger, Exception failure);
}
