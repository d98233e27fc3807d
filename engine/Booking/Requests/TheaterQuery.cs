using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Which theaters to list, by name, and which part of them. What is not set does not filter.</summary>
public sealed record TheaterQuery
{
    /// <summary>The city, upper or lower case.</summary>
    public string? City { get; init; }

    /// <summary>Words the name contains, all of them, whatever their case and marks.</summary>
    public string? Search { get; init; }

    /// <summary>Rows of a page.</summary>
    public int Limit { get; init; } = BrowseLimits.DefaultLimit;

    /// <summary>Where the page begins: <see cref="CataloguePage{TRow}.NextCursor"/> of the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>A hash of the filter, which a cursor belongs to.</summary>
    internal ulong FilterHash()
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        writer.Write(nameof(TheaterQuery));
        writer.Write(City ?? "");
        writer.Write(Search ?? "");
        writer.Flush();
        return CatalogueWire.Hash(buffer.WrittenSpan);
    }
}
