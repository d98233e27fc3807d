using System.Globalization;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Engagement;
using Catalog.Shell.Exports;

namespace Catalog.Shell.Leaderboards.Crowd;

/// <summary>Players by day as a file. Thread-safe.</summary>
internal sealed class EngagementExport(ProjectionView<EngagementBook> book, TimeProvider clock) : IExportSource
{
    private const int UsualDays = 30;

    /// <inheritdoc/>
    public string Name => "leaderboards.players";

    /// <inheritdoc/>
    public string Title => "Players by day";

    /// <inheritdoc/>
    public IReadOnlyList<ExportParameter> Parameters { get; } =
        [new(ExportParameter.From, "On this day or later"), new(ExportParameter.To, "Before this day")];

    /// <inheritdoc/>
    public ValueTask<ExportTable> OpenAsync(ExportArguments arguments, CancellationToken cancel)
    {
        int today = (int)(clock.GetUtcNow().ToUnixTimeMilliseconds() / BoardCalendar.DayMs);
        int to = Math.Min(today + 1, DayOf(arguments, ExportParameter.To, today + 1));
        int from = Math.Max(DayOf(arguments, ExportParameter.From, to - UsualDays), to - EngagementBook.MaxDays);
        EngagementDay[] days = book.Read((from, to), static (all, asked) => all.Days(asked.from, asked.to));
        return new(new ExportTable
        {
            Columns =
            [
                new("Day"), new("Players", CellKind.Count), new("New", CellKind.Count),
                new("In 7 days", CellKind.Count), new("In 30 days", CellKind.Count), new("Stickiness", CellKind.Share),
                new("Games", CellKind.Count), new("Games a player", CellKind.Number), new("Sessions", CellKind.Count),
                new("Minutes a session", CellKind.Number),
            ],
            Rows = ExportTable.RowsOf(days.Select(RowOf)),
            ExpectedRows = days.Length,
        });
    }

    private static int DayOf(ExportArguments arguments, string name, int otherwise) =>
        (int)(arguments.DayMs(name, otherwise * BoardCalendar.DayMs) / BoardCalendar.DayMs);

    private static ExportCell[] RowOf(EngagementDay day) =>
    [
        ExportCell.Of(CrowdDays.DayOf(day.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ExportCell.Of(day.Active),
        ExportCell.Of(day.New),
        ExportCell.Of(day.Weekly),
        ExportCell.Of(day.Monthly),
        ShareOf(day.Active, day.Monthly),
        ExportCell.Of(day.Games),
        ShareOf(day.Games, day.Active),
        ExportCell.Of(day.Sessions),
        ShareOf(day.SessionSeconds / 60.0, day.Sessions),
    ];

    private static ExportCell ShareOf(double part, double whole) =>
        whole == 0 ? ExportCell.Empty : ExportCell.Of(part / whole);
}
