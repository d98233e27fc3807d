using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Which films to list, by title, and which part of them. What is not set does not filter.</summary>
public sealed record MovieQuery
{
    /// <summary>The genre, upper or lower case.</summary>
    public string? Genre { get; init; }

    /// <summary>Words the title contains, all of them, whatever their case and marks.</summary>
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
        writer.Write(nameof(MovieQuery));
        writer.Write(Genre ?? "");
        writer.Write(Search ?? "");
        writer.Flush();
        return CatalogueWire.Hash(buffer.WrittenSpan);
    }
}
