using System.Runtime.CompilerServices;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Booking.Bookings;
using Catalog.Shell.Exports;

namespace Catalog.Shell.Booking.Exports;

/// <summary>All bookings, a page of memory at a time. Thread-safe.</summary>
internal sealed class BookingListExport(
    ProjectionView<UserBookings> bookings, ShowtimeHouses houses, TimeProvider clock)
    : IExportSource
{
    private const int PageCount = 512;
    private const string Status = "status";
    private const string Movie = "movie_id";
    private const string Theater = "theater_id";

    /// <inheritdoc/>
    public string Name => "booking.bookings";

    /// <inheritdoc/>
    public string Title => "Bookings";

    /// <inheritdoc/>
    public IReadOnlyList<ExportParameter> Parameters { get; } =
    [
        new(ExportParameter.From, "Made on this day or later"),
        new(ExportParameter.To, "Made before this day"),
        new(Status, "How they stand", [.. BookingStatuses.All.Select(static each => each.Name)]),
        new(Movie, "Of this film"),
        new(Theater, "In this theater"),
    ];

    /// <inheritdoc/>
    public ValueTask<ExportTable> OpenAsync(ExportArguments arguments, CancellationToken cancel) => new(new ExportTable
    {
        Columns =
        [
            new("Booking"), new("User"), new("Status"), new("Created", CellKind.Time), new("Film"), new("Theater"),
            new("City"), new("Starts", CellKind.Time), new("Seats"), new("Places", CellKind.Count),
            new("Amount", CellKind.Money),
        ],
        Rows = ReadAsync(arguments, cancel),
        ExpectedRows = bookings.Read(static all => all.Count),
    });

    private async IAsyncEnumerable<ExportCell[]> ReadAsync(
        ExportArguments arguments, [EnumeratorCancellation] CancellationToken cancel)
    {
        var page = new UserBooking[PageCount];
        long from = arguments.DayMs(ExportParameter.From, long.MinValue);
        long to = arguments.DayMs(ExportParameter.To, long.MaxValue);
        for (int at = 0; at >= 0;)
        {
            cancel.ThrowIfCancellationRequested();
            (int count, at) = bookings.Read((At: at, Into: page), static (all, wish) =>
                (all.CopyRows(wish.At, wish.Into, out int next), next));
            for (int i = 0; i < count; i++)
            {
                bool isOfThen = page[i].CreatedAtMs >= from && page[i].CreatedAtMs < to;
                if (isOfThen && RowOf(page[i], arguments) is { } row) yield return row;
            }

            // A breath between pages: whoever waits for the model's lock comes first.
            await Task.Yield();
        }
    }

    private ExportCell[]? RowOf(in UserBooking booking, ExportArguments arguments)
    {
        long nowMs = clock.GetUtcNow().ToUnixTimeMilliseconds();
        string status = BookingStatuses.NameOf(booking.StatusAt(nowMs));
        if (arguments[Status] is { } wanted && wanted != status) return null;
        ShowtimeListing? show = houses.Find(booking.ShowtimeId);
        if (!IsId(arguments[Movie], show?.Movie.Id) || !IsId(arguments[Theater], show?.Theater.Id)) return null;
        return
        [
            ExportCell.Of(new BookingId(booking.ShowtimeId, booking.BookingId).ToString()),
            ExportCell.Of(Http.IdText.Of(booking.UserId)),
            ExportCell.Of(status),
            ExportCell.Of(booking.CreatedAtMs),
            ExportCell.Of(show?.Movie.Title),
            ExportCell.Of(show?.Theater.Name),
            ExportCell.Of(show?.Theater.City),
            show is { } known ? ExportCell.Of(known.Showtime.StartsAtMs) : ExportCell.Empty,
            ExportCell.Of(SeatsOf(booking)),
            ExportCell.Of(booking.Claim.Places),
            ExportCell.Of(booking.Claim.AmountCents),
        ];
    }

    private string SeatsOf(in UserBooking booking)
    {
        if (!houses.TryFindPlan(booking.ShowtimeId, out SeatPlan? plan)) return "";
        var labels = new List<string>();
        foreach (ushort seat in booking.Claim.Seats.Span) labels.Add(plan.LabelOf(seat));
        return string.Join(' ', labels);
    }

    private static bool IsId(string? wanted, ulong? id) =>
        wanted is null || (id is { } known && Http.IdText.Of(known) == wanted);
}
