using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Which showtimes to list, in which order, and which part of them. What is not set does not filter.</summary>
public sealed record ShowtimeQuery
{
    /// <summary>Of this film.</summary>
    public ulong? MovieId { get; init; }

    /// <summary>Starting on this day (UTC).</summary>
    public DateOnly? Date { get; init; }

    /// <summary>In this theater.</summary>
    public ulong? TheaterId { get; init; }

    /// <summary>In this city, upper or lower case.</summary>
    public string? City { get; init; }

    /// <summary>Of this genre, upper or lower case.</summary>
    public string? Genre { get; init; }

    /// <summary>The least base price, in cents.</summary>
    public int? MinPriceCents { get; init; }

    /// <summary>The greatest base price, in cents.</summary>
    public int? MaxPriceCents { get; init; }

    /// <summary>Only with a free seat or place.</summary>
    public bool OnlyAvailable { get; init; }

    /// <summary>Only with so many free side by side (<see cref="ShowtimeAvailability.Together"/>).</summary>
    public int? SeatsTogether { get; init; }

    /// <summary>Words the film's title contains, all of them, whatever their case and marks.</summary>
    public string? Search { get; init; }

    /// <summary>Also those that have started.</summary>
    public bool IncludesPast { get; init; }

    /// <summary>Also those that were called off.</summary>
    public bool IncludesCancelled { get; init; }

    /// <summary>The order.</summary>
    public ShowtimeSort Sort { get; init; }

    /// <summary>Greatest first.</summary>
    public bool IsDescending { get; init; }

    /// <summary>The page, from 1. Later pages shift as rows come and go; cursors do not.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows of a page.</summary>
    public int Limit { get; init; } = BrowseLimits.DefaultLimit;

    /// <summary>Where the page begins: <see cref="CataloguePage{TRow}.NextCursor"/> of the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>A hash of filter and order, which a cursor belongs to.</summary>
    internal ulong FilterHash()
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        writer.Write(MovieId ?? 0);
        writer.Write(Date?.DayNumber ?? -1);
        writer.Write(TheaterId ?? 0);
        writer.Write(City ?? "");
        writer.Write(Genre ?? "");
        writer.Write(MinPriceCents ?? int.MinValue);
        writer.Write(MaxPriceCents ?? int.MaxValue);
        writer.Write(OnlyAvailable);
        writer.Write(SeatsTogether ?? 0);
        writer.Write(Search ?? "");
        writer.Write(IncludesPast);
        writer.Write(IncludesCancelled);
        writer.Write((byte)Sort);
        writer.Write(IsDescending);
        writer.Flush();
        return CatalogueWire.Hash(buffer.WrittenSpan);
    }
}
