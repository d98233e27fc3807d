using System.Globalization;
using Catalog.Shell.Exports;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Insight.Contracts;

namespace Catalog.Shell.Leaderboards.Insight;

/// <summary>How a board fared, day by day: what weekly and monthly reports are made of. Thread-safe.</summary>
internal sealed class HealthExport(GameHealth health, LeaderboardClient boards) : IExportSource
{
    private const string Mode = "mode";
    private const int DefaultDays = 30;
    private static readonly DateOnly Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch);

    /// <inheritdoc/>
    public string Name => "leaderboards.health";

    /// <inheritdoc/>
    public string Title => "Leaderboard health";

    /// <inheritdoc/>
    public IReadOnlyList<ExportParameter> Parameters { get; } =
    [
        new(Mode, "The game mode", [.. GameModes.All.Select(static mode => mode.Slug)]),
        new(ExportParameter.From, "From this day on; the last 30 unless given"),
        new(ExportParameter.To, "Before this day"),
    ];

    /// <inheritdoc/>
    public void Check(ExportArguments arguments, FieldErrors errors) =>
        errors.Check(arguments[Mode] is not null, "arguments." + Mode, "Is missing.");

    /// <inheritdoc/>
    public async ValueTask<ExportTable> OpenAsync(ExportArguments arguments, CancellationToken cancel)
    {
        if (!GameModes.TryFind(arguments[Mode], out GameMode? mode))
            throw new InvalidOperationException("The game mode is no longer there.");
        int today = (int)(boards.NowMs / Engine.Leaderboards.BoardCalendar.DayMs);
        int to = arguments.Day(ExportParameter.To) is { } last ? last.DayNumber - Epoch.DayNumber : today + 1;
        int from = arguments.Day(ExportParameter.From) is { } first
            ? first.DayNumber - Epoch.DayNumber
            : to - DefaultDays;
        BoardHealthAnswer answer = await health.DescribeAsync(mode, from, to);
        return new ExportTable
        {
            Columns =
            [
                new("Day"), new("Players", CellKind.Count), new("Games", CellKind.Count),
                new("Points a game", CellKind.Number), new("Of the top 100", CellKind.Number),
                new("Top 100 average", CellKind.Number), new("Top 10 average", CellKind.Number),
                new("New in top 100", CellKind.Count), new("Rank changes", CellKind.Count),
            ],
            Rows = ExportTable.RowsOf(answer.Days.Select(RowOf)),
            ExpectedRows = answer.Days.Count,
            Chart = new ExportChart(IsLine: true, LabelColumn: 0, ValueColumn: 2),
        };
    }

    private static ExportCell[] RowOf(HealthDayAnswer day) =>
    [
        ExportCell.Of(day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ExportCell.Of(day.Players),
        ExportCell.Of(day.Games),
        CellOf(day.MeanScore),
        CellOf(day.TopMeanScore),
        CellOf(day.TopAverage),
        CellOf(day.TopTenAverage),
        CellOf(day.Entrants),
        ExportCell.Of(day.RankChanges),
    ];

    private static ExportCell CellOf(double? number) =>
        number is { } known ? ExportCell.Of(Math.Round(known, 1)) : ExportCell.Empty;
}
