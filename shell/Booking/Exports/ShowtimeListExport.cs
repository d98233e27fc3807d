using System.Runtime.CompilerServices;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Exports;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Exports;

/// <summary>Showtimes and how full they are. Thread-safe.</summary>
internal sealed class ShowtimeListExport(ProjectionView<CatalogueView> catalogue, TimeProvider clock) : IExportSource
{
    private const string City = "city";
    private const string Genre = "genre";

    /// <inheritdoc/>
    public string Name => "booking.showtimes";

    /// <inheritdoc/>
    public string Title => "Showtimes and occupancy";

    /// <inheritdoc/>
    public IReadOnlyList<ExportParameter> Parameters { get; } =
    [
        new(ExportParameter.From, "On this day or later"),
        new(ExportParameter.To, "Before this day"),
        new(City, "In this city"),
        new(Genre, "Of this genre"),
    ];

    /// <inheritdoc/>
    public ValueTask<ExportTable> OpenAsync(ExportArguments arguments, CancellationToken cancel) => new(new ExportTable
    {
        Columns =
        [
            new("Showtime"), new("Starts", CellKind.Time), new("Film"), new("Genre"), new("Theater"), new("City"),
            new("Price", CellKind.Money), new("Sold", CellKind.Count), new("Held", CellKind.Count),
            new("Capacity", CellKind.Count), new("Occupancy", CellKind.Share),
        ],
        Rows = ReadAsync(arguments, cancel),
        Chart = new ExportChart(IsLine: false, LabelColumn: 2, ValueColumn: 7),
    });

    private async IAsyncEnumerable<ExportCell[]> ReadAsync(
        ExportArguments arguments, [EnumeratorCancellation] CancellationToken cancel)
    {
        long nowMs = clock.GetUtcNow().ToUnixTimeMilliseconds();
        long from = arguments.DayMs(ExportParameter.From, long.MinValue);
        long to = arguments.DayMs(ExportParameter.To, long.MaxValue);
        string? cursor = null;
        do
        {
            cancel.ThrowIfCancellationRequested();
            var query = new ShowtimeQuery
            {
                City = arguments[City],
                Genre = arguments[Genre],
                IncludesPast = true,
                Limit = BrowseLimits.MaxLimit,
                Cursor = cursor,
            };
            CataloguePage<ShowtimeListing> page = catalogue.Read((query, nowMs), static (all, ask) =>
                all.Browse(ask.query, ask.nowMs, out CataloguePage<ShowtimeListing> found) == BrowseStatus.Ok
                    ? found
                    : throw new InvalidOperationException("The showtimes cannot be listed."));
            foreach (ShowtimeListing show in page.Rows)
                if (show.Showtime.StartsAtMs >= from && show.Showtime.StartsAtMs < to) yield return RowOf(show);
            cursor = page.NextCursor;
            await Task.Yield();
        }
        while (cursor is not null);
    }

    private static ExportCell[] RowOf(in ShowtimeListing show)
    {
        ShowtimeAvailability seats = show.Availability;
        double occupancy = seats.Capacity == 0 ? 0 : (double)seats.Sold / seats.Capacity;
        return
        [
            ExportCell.Of(IdText.Of(show.Showtime.Id)),
            ExportCell.Of(show.Showtime.StartsAtMs),
            ExportCell.Of(show.Movie.Title),
            ExportCell.Of(show.Movie.Genre),
            ExportCell.Of(show.Theater.Name),
            ExportCell.Of(show.Theater.City),
            ExportCell.Of(show.Showtime.Prices.BaseCents),
            ExportCell.Of(seats.Sold),
            ExportCell.Of(seats.Held),
            ExportCell.Of(seats.Capacity),
            ExportCell.Of(occupancy),
        ];
    }
}
