using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>A film shown in a theater at a time, for a price. Immutable, compared by content.</summary>
public sealed record Showtime
{
    /// <summary>How long seats are held for somebody who pays, unless the showtime says so: 5 minutes.</summary>
    public const int DefaultHoldMs = 5 * 60 * 1000;

    private const int FieldCount = 11;

    /// <summary>Its id, not 0.</summary>
    public required ulong Id { get; init; }

    /// <summary>The film.</summary>
    public required ulong MovieId { get; init; }

    /// <summary>The theater; for good.</summary>
    public required ulong TheaterId { get; init; }

    /// <summary>When the film starts, milliseconds since 1970.</summary>
    public required long StartsAtMs { get; init; }

    /// <summary>When the film ends, milliseconds since 1970; set by the catalogue from the film's duration.</summary>
    public long EndsAtMs { get; init; }

    /// <summary>What a place costs, a price for each zone of the theater's plan.</summary>
    public required ZonePrices Prices { get; init; }

    /// <summary>How long seats are held for somebody who is paying, in milliseconds.</summary>
    public int HoldMs { get; init; } = DefaultHoldMs;

    /// <summary>Whether buyers pass a waiting room.</summary>
    public bool HasWaitingRoom { get; init; }

    /// <summary>When sales begin, milliseconds since 1970; 0 when they have.</summary>
    public long OnSaleAtMs { get; init; }

    /// <summary>Whether it takes place; set by the catalogue.</summary>
    public ShowtimeStatus Status { get; init; }

    /// <summary>1 when it is new, one more with every change; set by the catalogue.</summary>
    public int Revision { get; init; }

    /// <summary>When the next film may start in the same theater: the end and the time it takes to clean.</summary>
    internal long OccupiedUntilMs => EndsAtMs + CatalogueLimits.CleaningMs;

    /// <summary>
    /// Encodes it: <c>[id, revision, movie, theater, start, end, [prices], hold, waiting room, on sale, status]</c>.
    /// </summary>
    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Id);
        writer.Write(Revision);
        writer.Write(MovieId);
        writer.Write(TheaterId);
        writer.Write(StartsAtMs);
        writer.Write(EndsAtMs);
        writer.WriteArrayHeader(Prices.Count);
        foreach (int cents in Prices.Cents) writer.Write(cents);
        writer.Write(HoldMs);
        writer.Write(HasWaitingRoom);
        writer.Write(OnSaleAtMs);
        writer.Write((byte)Status);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not a showtime.</exception>
    internal static Showtime Read(ref MessagePackReader reader)
    {
        CatalogueWire.ExpectArray(ref reader, FieldCount, nameof(Showtime));
        return new Showtime
        {
            Id = reader.ReadUInt64(),
            Revision = reader.ReadInt32(),
            MovieId = reader.ReadUInt64(),
            TheaterId = reader.ReadUInt64(),
            StartsAtMs = reader.ReadInt64(),
            EndsAtMs = reader.ReadInt64(),
            Prices = CatalogueWire.ReadPrices(ref reader),
            HoldMs = reader.ReadInt32(),
            HasWaitingRoom = reader.ReadBoolean(),
            OnSaleAtMs = reader.ReadInt64(),
            Status = CatalogueWire.ReadStatus(ref reader),
        };
    }
}
