namespace Catalog.Engine.Booking;

/// <summary>Which showtimes' seats are looked at.</summary>
/// <param name="FromMs">Those that begin from then on, milliseconds since 1970.</param>
/// <param name="ToMs">Until then, exclusive.</param>
public readonly record struct OccupancyQuery(long FromMs, long ToMs)
{
    /// <summary>Only this film's; null for all.</summary>
    public ulong? MovieId { get; init; }

    /// <summary>Only this theater's; null for all.</summary>
    public ulong? TheaterId { get; init; }

    /// <summary>Whether the fullest come first instead of the emptiest.</summary>
    public bool IsFullestFirst { get; init; }

    /// <summary>How many are listed.</summary>
    public int Limit { get; init; }
}
