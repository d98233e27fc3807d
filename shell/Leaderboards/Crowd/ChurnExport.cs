using Catalog.Engine.Leaderboards.Churn;
using Catalog.Shell.Exports;
using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Crowd;

/// <summary>Players who are likely to leave as a file. Thread-safe.</summary>
internal sealed class ChurnExport(ChurnSurvey survey, PlayerNames names) : IExportSource
{
    /// <inheritdoc/>
    public string Name => "leaderboards.churn";

    /// <inheritdoc/>
    public string Title => "Players at risk of leaving";

    /// <inheritdoc/>
    public IReadOnlyList<ExportParameter> Parameters { get; } = [];

    /// <inheritdoc/>
    public async ValueTask<ExportTable> OpenAsync(ExportArguments arguments, CancellationToken cancel)
    {
        ChurnSummary summary = await survey.AskAsync(cancel);
        await names.LearnAsync(summary.Players.Select(static each => each.PlayerId));
        return new ExportTable
        {
            Columns =
            [
                new("Player"), new("Name"), new("Gone in a week", CellKind.Share), new("Silent days", CellKind.Count),
                new("Why"),
            ],
            Rows = ExportTable.RowsOf(summary.Players.Select(RowOf)),
            ExpectedRows = summary.Players.Count,
        };
    }

    private ExportCell[] RowOf(ChurnRisk risk) =>
    [
        ExportCell.Of(IdText.Of(risk.PlayerId)),
        ExportCell.Of(names.Known(risk.PlayerId).Name),
        ExportCell.Of(risk.Probability),
        ExportCell.Of(risk.SilentDays),
        ExportCell.Of(risk.Words),
    ];
}
