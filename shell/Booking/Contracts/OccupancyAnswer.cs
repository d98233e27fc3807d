using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>How full showtimes are now.</summary>
/// <param name="Total">All showtimes asked about together.</param>
/// <param name="Rows">The emptiest or fullest of them.</param>
public sealed record OccupancyAnswer(OccupancyFigures Total, IReadOnlyList<OccupancyRow> Rows)
    : IExampled<OccupancyAnswer>
{
    /// <inheritdoc/>
    public static OccupancyAnswer Example => new(OccupancyFigures.Example, [OccupancyRow.Example])
    {
        LowBelow = 0.2,
        LowHours = 72,
        Position = 4_711,
        AsOf = new(2027, 1, 15, 6, 0, 0, DateTimeKind.Utc),
    };

    /// <summary>Below this share a showtime that starts soon is too empty, as the server is set up.</summary>
    public required double LowBelow { get; init; }

    /// <summary>So many hours before its start is soon.</summary>
    public required int LowHours { get; init; }

    /// <summary>Everything before this journal position is in it.</summary>
    public long Position { get; init; }

    /// <summary>Everything that was durable then is in it.</summary>
    public DateTime AsOf { get; init; }
}
