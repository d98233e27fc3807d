namespace Catalog.Engine.Booking.Advice;

/// <summary>A film that might be suggested: what is within reach of it, and the showtimes that suit best.</summary>
internal sealed class TasteCandidate(Movie movie, int film)
{
    private const int KeptShows = 3;
    private readonly (double Weight, int Show)[] _shows = new (double, int)[KeptShows];
    private int _count;

    public Movie Movie { get; } = movie;

    /// <summary>Its number, or -1.</summary>
    public int Film { get; } = film;

    /// <summary>Showtimes of the next days, the nearer and the more suitable, the more they count.</summary>
    public double Reach { get; private set; }

    /// <summary>Showtimes of the next days.</summary>
    public int Shows { get; private set; }

    /// <summary>Seats sold of all its showtimes to come.</summary>
    public int Sold { get; private set; }

    /// <summary>The showtimes that suit best, as positions in what was scanned.</summary>
    public IEnumerable<int> BestShows => _shows.Take(_count).Select(static show => show.Show);

    public void Add(int show, double weight, double reach, int sold)
    {
        Reach += reach;
        if (reach > 0) Shows++;
        Sold += sold;
        if (_count == KeptShows && weight <= _shows[^1].Weight) return;
        int at = _count < KeptShows ? _count++ : _count - 1;
        for (; at > 0 && _shows[at - 1].Weight < weight; at--) _shows[at] = _shows[at - 1];
        _shows[at] = (weight, show);
    }
}
