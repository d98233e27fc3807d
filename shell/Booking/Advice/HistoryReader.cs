using Catalog.Engine.Booking;
using Catalog.Engine.Booking.Advice;
using Catalog.Engine.Core.Projections;

namespace Catalog.Shell.Booking.Advice;

/// <summary>
/// Collects the history models learn from out of the read models, a piece at a time, so that facts and readers get
/// their turn in between.
/// </summary>
public static class HistoryReader
{
    private const int Piece = 2_048;

    /// <summary>Collects it. O(showtimes + bookings).</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SalesHistory Read(
        ProjectionView<CatalogueView> catalogue, ProjectionView<UserBookings> bookings,
        CancellationToken cancel = default)
    {
        var builder = new SalesHistoryBuilder();
        var listings = new ShowtimeListing[Piece];
        for (int from = 0, count = Piece; count == Piece; from += count)
        {
            cancel.ThrowIfCancellationRequested();
            count = catalogue.Read((from, listings), static (all, ask) => all.CopyShowtimes(ask.from, ask.listings));
            builder.Add(listings.AsSpan(0, count));
        }

        var rows = new UserBooking[Piece];
        for (int from = 0; from >= 0;)
        {
            cancel.ThrowIfCancellationRequested();
            (int count, from) = bookings.Read((from, rows), static (all, ask) =>
            {
                int copied = all.CopyRows(ask.from, ask.rows, out int next);
                return (copied, next);
            });
            builder.Add(rows.AsSpan(0, count));
        }

        return builder.Build();
    }
}
