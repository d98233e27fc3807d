namespace Catalog.Engine.Booking.Advice;

/// <summary>Collects a <see cref="SalesHistory"/>: first the showtimes, then the bookings. Not thread-safe.</summary>
/// <param name="maxSales">Bookings at most; those beyond are left out.</param>
public sealed class SalesHistoryBuilder(int maxSales = SalesHistoryBuilder.DefaultMaxSales)
{
    /// <summary>The usual bound on bookings: 240 MB.</summary>
    public const int DefaultMaxSales = 5_000_000;

    private readonly HistoryHouse _house = new();
    private readonly List<HistoryShow> _shows = [];
    private readonly Dictionary<ulong, int> _showOf = [];
    private readonly Dictionary<ulong, int> _userOf = [];
    private readonly List<ulong> _users = [];
    private readonly List<HistorySale> _sales = [];

    /// <summary>Adds showtimes, each once.</summary>
    public void Add(ReadOnlySpan<ShowtimeListing> listings)
    {
        foreach (ref readonly ShowtimeListing listing in listings)
        {
            Showtime showtime = listing.Showtime;
            if (!_showOf.TryAdd(showtime.Id, _shows.Count)) continue;
            _shows.Add(new HistoryShow(
                showtime.Id,
                showtime.StartsAtMs,
                _house.Add(listing.Movie),
                _house.Add(listing.Theater),
                showtime.Prices.BaseCents,
                listing.Availability.Capacity,
                showtime.Status == ShowtimeStatus.Cancelled));
        }
    }

    /// <summary>Adds those bookings that were paid, of showtimes that were added.</summary>
    public void Add(ReadOnlySpan<UserBooking> bookings)
    {
        foreach (ref readonly UserBooking booking in bookings)
        {
            bool isCancelled = booking.Status == UserBookingStatus.Cancelled;
            if (booking.Status != UserBookingStatus.Confirmed && !isCancelled) continue;
            if (_sales.Count == maxSales || !_showOf.TryGetValue(booking.ShowtimeId, out int show)) continue;
            if (!_userOf.TryGetValue(booking.UserId, out int user))
            {
                user = _users.Count;
                _users.Add(booking.UserId);
                _userOf.Add(booking.UserId, user);
            }

            int cents = (int)Math.Min(int.MaxValue, booking.Claim.AmountCents);
            long cancelledMs = isCancelled ? Math.Max(booking.AtMs, booking.CreatedAtMs + 1) : long.MaxValue;
            _sales.Add(new HistorySale(
                booking.CreatedAtMs, cancelledMs, show, user, cents, booking.Claim.PartySize));
        }
    }

    /// <summary>Puts everything in order. O(n log n).</summary>
    public SalesHistory Build()
    {
        HistoryShow[] shows = [.. _shows];
        int[] order = [.. Enumerable.Range(0, shows.Length)];
        Array.Sort(order, (a, b) =>
        {
            int byStart = shows[a].StartsAtMs.CompareTo(shows[b].StartsAtMs);
            return byStart != 0 ? byStart : shows[a].Id.CompareTo(shows[b].Id);
        });
        int[] rank = new int[shows.Length];
        for (int i = 0; i < order.Length; i++) rank[order[i]] = i;
        HistorySale[] sales = [.. _sales.Select(sale => sale with { Show = rank[sale.Show] })];
        Array.Sort(sales, (a, b) =>
        {
            int byTime = a.TimeMs.CompareTo(b.TimeMs);
            if (byTime == 0) byTime = a.Show.CompareTo(b.Show);
            return byTime != 0 ? byTime : _users[a.User].CompareTo(_users[b.User]);
        });
        return new SalesHistory(_house, [.. order.Select(i => shows[i])], sales, [.. _users]);
    }
}
