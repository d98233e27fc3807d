using System.ComponentModel.DataAnnotations;

namespace Catalog.Shell.Booking;

/// <summary>What can be configured of seat booking, section <c>Catalog:Booking</c>. Read once at start.</summary>
public sealed class BookingOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Catalog:Booking";

    /// <summary>The currency all prices are in, an ISO 4217 code; amounts are in hundredths of it.</summary>
    [RegularExpression("^[A-Z]{3}$")]
    public string Currency { get; set; } = "EUR";

    /// <summary>
    /// How long a visitor of a waiting room may be silent before the place is lost, in seconds; asking for the position
    /// is a sign of life.
    /// </summary>
    [Range(10, 3_600)]
    public int WaitingRoomPatienceSeconds { get; set; } = 120;

    /// <summary>Clients that may watch seats live at once.</summary>
    [Range(1, 1_000_000)]
    public int MaxWatchers { get; set; } = 10_000;

    /// <summary>Of these, how many may watch one showtime.</summary>
    [Range(1, 1_000_000)]
    public int MaxWatchersPerShowtime { get; set; } = 5_000;

    /// <summary>
    /// A showtime of which less than this is sold, or expected to be sold, is too empty; percent of its seats.
    /// </summary>
    [Range(1, 100)]
    public int LowOccupancyPercent { get; set; } = 20;

    /// <summary>Hours before its start from which on a showtime's emptiness matters.</summary>
    [Range(1, 720)]
    public int LowOccupancyHours { get; set; } = 72;

    /// <summary>Alerts about showtimes that are too empty, at once; 0 for none.</summary>
    [Range(0, 200)]
    public int LowOccupancyMaxAlerts { get; set; } = 20;

    /// <summary>Seconds between two looks at the showtimes to come.</summary>
    [Range(1, 3_600)]
    public int LowOccupancyCheckSeconds { get; set; } = 60;
}
