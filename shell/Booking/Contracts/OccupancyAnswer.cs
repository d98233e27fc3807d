namespace Catalog.Shell.Booking.Contracts;

/// <summary>How full showtimes are now.</summary>
/// <param name="Total">All showtimes asked about together.</param>
/// <param name="Rows">The emptiest or fullest of them.</param>
public sealed record OccupancyAnswer(OccupancyFigures Total, IReadOnlyList<OccupancyRow> Rows)
{
    /// <summary>Everything before this journal position is in it.</summary>
    public long Position { get; init; }

    /// <summary>Everything that was durable then is in it.</summary>
    public DateTime AsOf { get; init; }
}
