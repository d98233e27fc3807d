using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Alerts;
using Catalog.Shell.Alerts.Commands;
using Catalog.Shell.Events;
using Catalog.Shell.Leaderboards.Boards;
using Catalog.Shell.Leaderboards.Insight.Contracts;
using Catalog.Shell.Observability;
using Catalog.Shell.Observability.Contracts;

namespace Catalog.Shell.Leaderboards.Insight;

/// <summary>Puts together what happens right now. Thread-safe; a fraction of a millisecond.</summary>
internal sealed class PulseReader(
    ProjectionView<BoardsInsight> view, SystemReport system, IEnumerable<IConsumerGroups> groups, AlertDesk alerts,
    LeaderboardClient boards, BoardSnapshots tops)
{
    private const string SystemName = "leaderboards";
    private readonly IConsumerGroups[] _groups = [.. groups];

    /// <summary>How a mode is doing.</summary>
    public PulseReading Read(GameMode mode) => view.Read((mode.Id, boards.NowMs), static (insight, ask) =>
        insight.Find(ask.Id)?.Pulse.Read(ask.NowMs) ?? default);

    /// <summary>Everything.</summary>
    /// <param name="withSeconds">Whether the last minutes' seconds are in it.</param>
    public async ValueTask<GamePulseAnswer> ReadAsync(bool withSeconds)
    {
        long nowMs = boards.NowMs;
        SystemAnswer report = system.Read();
        long[] lags = [.. _groups.SelectMany(static each => each.ReadGroups()).Select(static group => group.Lag)];
        return new GamePulseAnswer(
            BoardAnswers.TimeOf(nowMs),
            [.. GameModes.All.Select(mode => Describe(mode, nowMs, withSeconds))],
            report.Consumers.Select(static each => each.LagBytes == 0 ? 0.0 : each.LagMs).DefaultIfEmpty().Max(),
            report.Consumers.Select(static each => each.LagBytes).DefaultIfEmpty().Max(),
            report.Projections.Select(static each => each.LagBytes).DefaultIfEmpty().Max(),
            lags.Length == 0 ? null : lags.Sum(),
            report.Commit.P99Ms,
            report.Process.WorkingSetBytes,
            TopHitShare(),
            await AlertsAsync());
    }

    private double? TopHitShare()
    {
        double reads = tops.Hits + tops.Misses;
        return reads == 0 ? null : tops.Hits / reads;
    }

    private async ValueTask<IReadOnlyList<PulseAlertAnswer>> AlertsAsync()
    {
        Reply<AlertListing> all = await alerts.ListAsync();
        if (!all.HasValue) return [];
        return
        [
            .. all.Value.Alerts.Where(static alert => alert.System == SystemName && !alert.IsOver)
                .OrderByDescending(static alert => alert.RaisedMs)
                .Select(static alert => new PulseAlertAnswer(
                    alert.Key, alert.Title, alert.Severity.ToString().ToLowerInvariant(),
                    BoardAnswers.TimeOf(alert.RaisedMs))),
        ];
    }

    private ModePulseAnswer Describe(GameMode mode, long nowMs, bool withSeconds)
    {
        (PulseReading pulse, long[]? seconds) = view.Read((mode.Id, nowMs, withSeconds), static (insight, ask) =>
        {
            if (insight.Find(ask.Id) is not { } board) return (default, null);
            long[]? seconds = ask.withSeconds ? new long[GamePulse.SecondCount - 1] : null;
            if (seconds is not null) board.Pulse.CopySeconds(ask.nowMs, seconds);
            return (board.Pulse.Read(ask.nowMs), seconds);
        });
        return new ModePulseAnswer(
            mode.Slug,
            pulse.ActivePlayers,
            pulse.ScoresLastSecond,
            pulse.ScoresPerSecond,
            pulse.Submitted,
            pulse.Held,
            pulse.Submitted == 0 ? null : pulse.DurationSeconds,
            withSeconds ? seconds ?? new long[GamePulse.SecondCount - 1] : null);
    }
}
