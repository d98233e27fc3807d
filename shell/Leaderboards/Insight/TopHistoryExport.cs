using System.Globalization;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Exports;
using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Insight;

/// <summary>
/// The first hundred at the end of every day, <c>analytics_top_players_history</c>: a day of memory at a time.
/// Thread-safe.
/// </summary>
internal sealed class TopHistoryExport(GameHealth health, PlayerNames names) : IExportSource
{
    private const string Mode = "mode";

    /// <inheritdoc/>
    public string Name => "leaderboards.top-players-history";

    /// <inheritdoc/>
    public string Title => "Top 100 by day";

    /// <inheritdoc/>
    public IReadOnlyList<ExportParameter> Parameters { get; } =
    [
        new(Mode, "The game mode", [.. GameModes.All.Select(static mode => mode.Slug)]),
        new(ExportParameter.From, "From this day on"),
        new(ExportParameter.To, "Before this day"),
    ];

    /// <inheritdoc/>
    public void Check(ExportArguments arguments, FieldErrors errors) =>
        errors.Check(arguments[Mode] is not null, "arguments." + Mode, "Is missing.");

    /// <inheritdoc/>
    public ValueTask<ExportTable> OpenAsync(ExportArguments arguments, CancellationToken cancel)
    {
        if (!GameModes.TryFind(arguments[Mode], out GameMode? mode))
            throw new InvalidOperationException("The game mode is no longer there.");
        long fromMs = arguments.DayMs(ExportParameter.From, 0);
        long toMs = arguments.DayMs(ExportParameter.To, long.MaxValue);
        BoardDay[] days =
        [
            .. health.DaysOf(mode).Where(day =>
                day.Day * BoardCalendar.DayMs >= fromMs && day.Day * BoardCalendar.DayMs < toMs),
        ];
        return new ValueTask<ExportTable>(new ExportTable
        {
            Columns = [new("Day"), new("Rank", CellKind.Count), new("Player"), new("Id"), new("Score", CellKind.Count)],
            Rows = RowsAsync(days),
            ExpectedRows = days.Sum(static day => (long)day.Top.Count),
        });
    }

    private async IAsyncEnumerable<ExportCell[]> RowsAsync(BoardDay[] days)
    {
        foreach (BoardDay day in days)
        {
            await names.LearnAsync(day.Top.Select(static row => row.PlayerId));
            string date = DateTime.UnixEpoch.AddDays(day.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            foreach (BoardRow row in day.Top)
            {
                yield return
                [
                    ExportCell.Of(date), ExportCell.Of(row.Rank), ExportCell.Of(names.Known(row.PlayerId).Name),
                    ExportCell.Of(IdText.Of(row.PlayerId)), ExportCell.Of(row.Score),
                ];
            }
        }
    }
}
