namespace Catalog.Engine.Booking;

/// <summary>
/// All showtimes for browsing: what is filtered and sorted by in one array of small structs, rows in the order they
/// came, and an order by time that cuts a query down to the days it asks for.
/// </summary>
/// <remarks>
/// <code>
/// rowOf    id → row
/// keys     [ row 0 │ row 1 │ … ]     start, id, film, theater, price, free, sold, together, cancelled
/// records  [ row 0 │ row 1 │ … ]     the showtimes
/// seats    [ row 0 │ row 1 │ … ]     which seats are free
/// byTime   [ rows by start, then id ]
/// </code>
/// <para>Invariants:
/// 1. keys say what record and seats say;
/// 2. <c>byTime</c> holds every row once, in order.</para>
/// <para>Finding costs O(1), adding and moving O(n) memory moves. Rows are never removed. Not thread-safe beside a
/// writer.</para>
/// </remarks>
internal sealed class ShowtimeTable
{
    private const int InitialRows = 64;

    private readonly Dictionary<ulong, int> _rowOf = [];
    private readonly List<Showtime> _records = [];
    private readonly List<ShowtimeSeats> _seats = [];
    private ShowtimeKeys[] _keys = new ShowtimeKeys[InitialRows];
    private int[] _byTime = new int[InitialRows];
    private int _orderedCount;

    /// <summary>Number of showtimes.</summary>
    public int Count => _records.Count;

    /// <summary>The rows in the order they start.</summary>
    public ReadOnlySpan<int> ByTime => _byTime.AsSpan(0, _orderedCount);

    /// <summary>What is filtered and sorted by, by row.</summary>
    public ReadOnlySpan<ShowtimeKeys> Keys => _keys.AsSpan(0, Count);

    /// <summary>The row of a showtime, or -1. O(1).</summary>
    public int RowOf(ulong id) => _rowOf.TryGetValue(id, out int row) ? row : -1;

    /// <summary>A row's showtime. O(1).</summary>
    public Showtime Record(int row) => _records[row];

    /// <summary>A row's seats. O(1).</summary>
    public ShowtimeSeats Seats(int row) => _seats[row];

    /// <summary>How many rows start before <paramref name="timeMs"/>. O(log n).</summary>
    public int CountBefore(long timeMs) => RankOf(timeMs, 0);

    /// <summary>Adds a showtime. O(n).</summary>
    /// <exception cref="ArgumentException">It is there already.</exception>
    public void Add(Showtime showtime, int movieSlot, int theaterSlot, ShowtimeSeats seats)
    {
        int row = Count;
        _rowOf.Add(showtime.Id, row);
        if (row == _keys.Length)
        {
            Array.Resize(ref _keys, 2 * row);
            Array.Resize(ref _byTime, 2 * row);
        }

        _records.Add(showtime);
        _seats.Add(seats);
        _keys[row] = KeysOf(showtime, movieSlot, theaterSlot, seats);
        Rank(row);
    }

    /// <summary>Replaces a showtime and keeps its seats. O(n) when it starts at another time, else O(1).</summary>
    public void Replace(int row, Showtime showtime, int movieSlot)
    {
        Showtime former = _records[row];
        CatalogueState.Require(former.Id == showtime.Id, "a row keeps its showtime");
        bool isMoved = former.StartsAtMs != showtime.StartsAtMs;
        if (isMoved) Unrank(row);
        _records[row] = showtime;
        _keys[row] = KeysOf(showtime, movieSlot, _keys[row].TheaterSlot, _seats[row]);
        if (isMoved) Rank(row);
    }

    /// <summary>Takes over how a row's seats stand. O(1).</summary>
    public void Refresh(int row)
    {
        ShowtimeAvailability seats = _seats[row].Availability;
        _keys[row] = _keys[row] with { Free = seats.Free, Sold = seats.Sold, Together = seats.Together };
    }

    /// <summary>Gives a row other seats. O(1).</summary>
    public void Reseat(int row, ShowtimeSeats seats)
    {
        _seats[row] = seats;
        Refresh(row);
    }

    /// <summary>Removes everything.</summary>
    public void Clear()
    {
        _rowOf.Clear();
        _records.Clear();
        _seats.Clear();
        _orderedCount = 0;
    }

    /// <summary>Checks the invariants of the type's documentation. O(n log n).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        CatalogueState.Require(_orderedCount == Count && _rowOf.Count == Count, "2. every row is in order");
        for (int i = 0; i < Count; i++)
        {
            ShowtimeKeys keys = _keys[i];
            ShowtimeKeys expected = KeysOf(_records[i], keys.MovieSlot, keys.TheaterSlot, _seats[i]);
            CatalogueState.Require(keys == expected && RowOf(keys.Id) == i, "1. keys say what the record says");
            CatalogueState.Require(_byTime[RankOf(keys.StartsAtMs, keys.Id)] == i, "2. rows are in order");
            _seats[i].CheckInvariants();
        }
    }

    private void Rank(int row)
    {
        int rank = RankOf(_keys[row].StartsAtMs, _keys[row].Id);
        Array.Copy(_byTime, rank, _byTime, rank + 1, _orderedCount++ - rank);
        _byTime[rank] = row;
    }

    private void Unrank(int row)
    {
        int rank = RankOf(_keys[row].StartsAtMs, _keys[row].Id);
        CatalogueState.Require(_byTime[rank] == row, "2. rows are in order");
        Array.Copy(_byTime, rank + 1, _byTime, rank, --_orderedCount - rank);
    }

    // How many rows come before a start and id.
    private int RankOf(long startsAtMs, ulong id)
    {
        int low = 0, high = _orderedCount;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            ref readonly ShowtimeKeys keys = ref _keys[_byTime[middle]];
            bool isBefore = keys.StartsAtMs < startsAtMs || (keys.StartsAtMs == startsAtMs && keys.Id < id);
            if (isBefore) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static ShowtimeKeys KeysOf(Showtime showtime, int movieSlot, int theaterSlot, ShowtimeSeats seats)
    {
        ShowtimeAvailability standing = seats.Availability;
        return new ShowtimeKeys(
            showtime.StartsAtMs,
            showtime.Id,
            movieSlot,
            theaterSlot,
            showtime.Prices.BaseCents,
            standing.Free,
            standing.Sold,
            standing.Together,
            showtime.Status == ShowtimeStatus.Cancelled);
    }
}
