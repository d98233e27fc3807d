namespace Catalog.Shell.Booking.Contracts;

/// <summary>One of the waiting lists somebody is on.</summary>
public sealed record MyWaitAnswer
{
    /// <summary>The showtime.</summary>
    public required string ShowtimeId { get; init; }

    /// <summary>The place in the list, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>Since when.</summary>
    public required DateTime JoinedAt { get; init; }

    /// <summary>How many seats or places are waited for.</summary>
    public required int Count { get; init; }

    /// <summary>Whether the seats must be side by side.</summary>
    public required bool Together { get; init; }

    /// <summary>The general-admission area, when it is places that are waited for.</summary>
    public string? Area { get; init; }

    /// <summary>The zones the seats may be in; absent when any will do.</summary>
    public IReadOnlyList<string>? Zones { get; init; }

    /// <summary>The most each may cost, in hundredths; absent when it does not matter.</summary>
    public long? MaxPriceCents { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>The film's title.</summary>
    public required string MovieTitle { get; init; }

    /// <summary>The theater's name.</summary>
    public required string TheaterName { get; init; }

    /// <summary>The theater's city.</summary>
    public required string City { get; init; }

    /// <summary>When the film starts.</summary>
    public required DateTime StartsAt { get; init; }
}
