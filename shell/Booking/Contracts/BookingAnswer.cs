using System.Text.Json.Serialization;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A booking as its owner sees it.</summary>
public sealed record BookingAnswer : IExampled<BookingAnswer>
{
    /// <inheritdoc/>
    public static BookingAnswer Example => new()
    {
        BookingId = "1-7",
        ShowtimeId = 1,
        Status = "confirmed",
        Seats = ["B2", "B3"],
        AmountCents = 2_400,
        Currency = "EUR",
        CreatedAt = new(2027, 1, 10, 12, 0, 0, DateTimeKind.Utc),
        MovieTitle = "The Long Wait",
        TheaterName = "Orion",
        StartsAt = new(2027, 1, 15, 19, 30, 0, DateTimeKind.Utc),
    };

    /// <summary>The booking.</summary>
    public required string BookingId { get; init; }

    /// <summary>The showtime.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public required ulong ShowtimeId { get; init; }

    /// <summary>
    /// <c>reserved</c>, <c>offered</c>, <c>paying</c>, <c>declined</c>, <c>confirmed</c>, <c>expired</c>,
    /// <c>released</c>, <c>refunded</c> or <c>cancelled</c>.
    /// </summary>
    public required string Status { get; init; }

    /// <summary>The seats' labels.</summary>
    public required IReadOnlyList<string> Seats { get; init; }

    /// <summary>The general-admission area, when there are places.</summary>
    public string? Area { get; init; }

    /// <summary>Places in it.</summary>
    public int? Places { get; init; }

    /// <summary>What it costs, in hundredths.</summary>
    public required long AmountCents { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When the hold runs out, while there is one.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>Whether the hold was extended already; that is allowed once.</summary>
    public bool IsExtended { get; init; }

    /// <summary>When it last changed, once there is no hold any more.</summary>
    public DateTime? ChangedAt { get; init; }

    /// <summary>Whether the house cancelled it.</summary>
    public bool IsByHouse { get; init; }

    /// <summary>The film's title.</summary>
    public string? MovieTitle { get; init; }

    /// <summary>Where the film's poster is.</summary>
    public string? PosterUrl { get; init; }

    /// <summary>The theater's name.</summary>
    public string? TheaterName { get; init; }

    /// <summary>When the film starts.</summary>
    public DateTime? StartsAt { get; init; }
}
