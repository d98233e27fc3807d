namespace Catalog.Engine.Booking.Advice;

/// <summary>
/// What was sold, and of what, in the columns models learn from: made once for a training, then let go. Immutable.
/// <code>
/// shows   by start      film, theater, price, capacity
/// sales   by time       showtime, user, cents, party, cancelled when
/// </code>
/// </summary>
/// <remarks>48 bytes a sale, 56 a showtime.</remarks>
public sealed class SalesHistory
{
    internal SalesHistory(HistoryHouse house, HistoryShow[] shows, HistorySale[] sales, ulong[] users)
    {
        (House, Shows, Sales, Users) = (house, shows, sales, users);
    }

    /// <summary>Paid bookings, those cancelled since included.</summary>
    public int SaleCount => Sales.Length;

    /// <summary>Showtimes, past and to come.</summary>
    public int ShowCount => Shows.Length;

    /// <summary>People who paid.</summary>
    public int UserCount => Users.Length;

    internal HistoryHouse House { get; }

    internal HistoryShow[] Shows { get; }

    internal HistorySale[] Sales { get; }

    internal ulong[] Users { get; }

    /// <summary>What of it was known at a time: later sales and cancellations are not in it. O(sales).</summary>
    internal SalesHistory AsOf(long nowMs)
    {
        HistorySale[] known =
        [
            .. Sales.Where(sale => sale.TimeMs < nowMs)
                .Select(sale => sale.CancelledMs < nowMs ? sale : sale with { CancelledMs = long.MaxValue }),
        ];
        return new SalesHistory(House, Shows, known, Users);
    }
}
