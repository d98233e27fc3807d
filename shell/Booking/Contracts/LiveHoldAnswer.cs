using System.Text.Json.Serialization;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A live hold as the box office sees it.</summary>
public sealed record LiveHoldAnswer
{
    /// <summary>The booking.</summary>
    public required string BookingId { get; init; }

    /// <summary>Whose it is.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public required ulong UserId { get; init; }

    /// <summary>The owner's name, when there is such an account.</summary>
    public string? UserName { get; init; }

    /// <summary>The owner's address.</summary>
    public string? UserEmail { get; init; }

    /// <summary><c>reserved</c>, <c>offered</c> to somebody from the waiting list, or <c>paying</c>.</summary>
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

    /// <summary>When it lapses.</summary>
    public required DateTime ExpiresAt { get; init; }
}
