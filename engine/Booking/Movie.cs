using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>A film. Immutable, compared by content.</summary>
public sealed record Movie
{
    private const int FieldCount = 9;

    /// <summary>Its id, not 0.</summary>
    public required ulong Id { get; init; }

    /// <summary>Its title. 1 to <see cref="CatalogueLimits.MaxNameLength"/> characters.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about. At most <see cref="CatalogueLimits.MaxDescriptionLength"/> characters.</summary>
    public string Description { get; init; } = "";

    /// <summary>How long it runs, in minutes, 1 to <see cref="CatalogueLimits.MaxDurationMinutes"/>.</summary>
    public required int DurationMinutes { get; init; }

    /// <summary>Its genre. 1 to <see cref="CatalogueLimits.MaxGenreLength"/> characters.</summary>
    public required string Genre { get; init; }

    /// <summary>Its age rating. At most <see cref="CatalogueLimits.MaxRatingLength"/> characters.</summary>
    public string Rating { get; init; } = "";

    /// <summary>Where its poster is, or empty. At most <see cref="CatalogueLimits.MaxUrlLength"/> characters.</summary>
    public string PosterUrl { get; init; } = "";

    /// <summary>The day it came or comes out.</summary>
    public DateOnly ReleasedOn { get; init; }

    /// <summary>1 when it is new, one more with every change; set by the catalogue.</summary>
    public int Revision { get; init; }

    /// <summary>How long it runs, in milliseconds.</summary>
    public long DurationMs => DurationMinutes * 60_000L;

    /// <summary>
    /// Encodes it: <c>[id, revision, title, description, minutes, genre, rating, poster, day number]</c>.
    /// </summary>
    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Id);
        writer.Write(Revision);
        writer.Write(Title);
        writer.Write(Description);
        writer.Write(DurationMinutes);
        writer.Write(Genre);
        writer.Write(Rating);
        writer.Write(PosterUrl);
        writer.Write(ReleasedOn.DayNumber);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not a movie.</exception>
    internal static Movie Read(ref MessagePackReader reader)
    {
        CatalogueWire.ExpectArray(ref reader, FieldCount, nameof(Movie));
        return new Movie
        {
            Id = reader.ReadUInt64(),
            Revision = reader.ReadInt32(),
            Title = reader.ReadString(),
            Description = reader.ReadString(),
            DurationMinutes = reader.ReadInt32(),
            Genre = reader.ReadString(),
            Rating = reader.ReadString(),
            PosterUrl = reader.ReadString(),
            ReleasedOn = CatalogueWire.ReadDay(ref reader),
        };
    }
}
