using System.Globalization;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Booking.Insight;
using Catalog.Shell.Exports;

namespace Catalog.Shell.Booking.Exports;

/// <summary>What was sold and given back, by day, film or theater. Thread-safe.</summary>
internal sealed class SalesExport(ProjectionView<BookingInsight> sales, ProjectionView<CatalogueView> catalogue)
    : IExportSource
{
    private const string By = "by";
    private const string ByDay = "day";
    private const string ByMovie = "movie";
    private const string ByTheater = "theater";

    /// <inheritdoc/>
    public string Name => "booking.sales";

    /// <inheritdoc/>
    public string Title => "Sales";

    /// <inheritdoc/>
    public IReadOnlyList<ExportParameter> Parameters { get; } =
    [
        new(By, "What a row is", ByDay, ByMovie, ByTheater),
        new(ExportParameter.From, "This day or later, for rows of days"),
        new(ExportParameter.To, "Before this day, for rows of days"),
    ];

    /// <inheritdoc/>
    public ValueTask<ExportTable> OpenAsync(ExportArguments arguments, CancellationToken cancel)
    {
        SalesSnapshot figures = sales.Read(SalesReport.Of);
        string by = arguments[By] ?? ByDay;
        IEnumerable<ExportCell[]> rows = by switch
        {
            ByMovie => figures.ByMovie.Select(row => RowOf(TitleOf(row.Key), row.Value)),
            ByTheater => figures.ByTheater.Select(row => RowOf(NameOf(row.Key), row.Value)),
            _ => DaysOf(figures, arguments),
        };
        string head = by switch
        {
            ByMovie => "Film",
            ByTheater => "Theater",
            _ => "Day",
        };
        return new ValueTask<ExportTable>(new ExportTable
        {
            Columns =
            [
                new(head), new("Reservations", CellKind.Count), new("Bookings", CellKind.Count),
                new("Seats", CellKind.Count), new("Cancellations", CellKind.Count), new("Refunded", CellKind.Money),
                new("Revenue", CellKind.Money),
            ],
            Rows = ExportTable.RowsOf(rows),
            Chart = new ExportChart(IsLine: by == ByDay, LabelColumn: 0, ValueColumn: 6),
        });
    }

    private static IEnumerable<ExportCell[]> DaysOf(SalesSnapshot figures, ExportArguments arguments)
    {
        DateOnly from = arguments.Day(ExportParameter.From) ?? DateOnly.MinValue;
        DateOnly to = arguments.Day(ExportParameter.To) ?? DateOnly.MaxValue;
        return figures.ByDay
            .Select(static row => (Day: SalesSnapshot.DayOf(row.Key), row.Value))
            .Where(row => row.Day >= from && row.Day < to)
            .Select(static row => RowOf(row.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Value));
    }

    private static ExportCell[] RowOf(string? name, SalesFigures figures) =>
    [
        ExportCell.Of(name),
        ExportCell.Of(figures.Reservations),
        ExportCell.Of(figures.Bookings),
        ExportCell.Of(figures.Seats),
        ExportCell.Of(figures.Cancellations),
        ExportCell.Of(figures.RefundedCents),
        ExportCell.Of(figures.RevenueCents),
    ];

    private string? TitleOf(ulong movieId) => catalogue.Read(movieId, static (all, id) =>
        all.TryFindMovie(id, out Movie? movie) ? movie.Title : null);

    private string? NameOf(ulong theaterId) => catalogue.Read(theaterId, static (all, id) =>
        all.TryFindTheater(id, out Theater? theater) ? theater.Name : null);
}
