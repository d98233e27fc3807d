using Catalog.Engine.Analytics;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// What showtimes belong to, kept from the catalogue's facts: a model of its own, because two models of one pump do not
/// stand at the same fact, and a sale is to count for what its showtime was then.
/// </summary>
/// <remarks>O(1) a fact and a lookup. Not thread-safe beside a writer.</remarks>
internal sealed class InsightCatalogue
{
    private const int ShowtimeFields = 4;
    private readonly Dictionary<ulong, (ulong MovieId, ulong TheaterId, long StartsAtMs)> _showtimes = [];
    private readonly Dictionary<ulong, ulong> _genreOf = [];
    private readonly Dictionary<ulong, ulong> _cityOf = [];

    /// <summary>Genres by number.</summary>
    public NameIds Genres { get; } = new();

    /// <summary>Cities by number.</summary>
    public NameIds Cities { get; } = new();

    /// <summary>Whether a fact of the catalogue matters.</summary>
    public static bool Wants(ushort type) => type is 1 or 2 or 3;

    /// <summary>Takes a fact of the catalogue in.</summary>
    public void Apply(in EventHeader header, ref MessagePackReader reader)
    {
        switch (header.Type)
        {
            case 1: Put(TheaterSaved.Read(ref reader, header.Version).Theater); break;
            case 2: Put(MovieSaved.Read(ref reader, header.Version).Movie); break;
            default: Put(ShowtimeSaved.Read(ref reader, header.Version).Showtime); break;
        }
    }

    /// <summary>Remembers a theater's city.</summary>
    public void Put(Theater theater) => _cityOf[theater.Id] = Cities.IdOf(theater.City);

    /// <summary>Remembers a film's genre.</summary>
    public void Put(Movie movie) => _genreOf[movie.Id] = Genres.IdOf(movie.Genre);

    /// <summary>Remembers what a showtime belongs to.</summary>
    public void Put(Showtime showtime) =>
        _showtimes[showtime.Id] = (showtime.MovieId, showtime.TheaterId, showtime.StartsAtMs);

    /// <summary>What a showtime's sales count for.</summary>
    public SalePlace PlaceOf(ulong showtimeId)
    {
        if (!_showtimes.TryGetValue(showtimeId, out (ulong MovieId, ulong TheaterId, long StartsAtMs) showtime))
            return SalePlace.Unknown;
        return new SalePlace(
            showtime.MovieId,
            showtime.TheaterId,
            _genreOf.GetValueOrDefault(showtime.MovieId, DimensionSpec.Other),
            _cityOf.GetValueOrDefault(showtime.TheaterId, DimensionSpec.Other),
            showtime.StartsAtMs);
    }

    /// <summary>Encodes everything.</summary>
    public void Save(ref MessagePackWriter writer)
    {
        Genres.Save(ref writer);
        Cities.Save(ref writer);
        Save(ref writer, _genreOf);
        Save(ref writer, _cityOf);
        writer.WriteArrayHeader(_showtimes.Count * ShowtimeFields);
        foreach ((ulong id, (ulong movieId, ulong theaterId, long startsAtMs)) in _showtimes)
        {
            writer.Write(id);
            writer.Write(movieId);
            writer.Write(theaterId);
            writer.Write(startsAtMs);
        }
    }

    /// <summary>Replaces everything by what <see cref="Save(ref MessagePackWriter)"/> wrote.</summary>
    public void Load(ref MessagePackReader reader)
    {
        Clear();
        Genres.Load(ref reader);
        Cities.Load(ref reader);
        Load(ref reader, _genreOf);
        Load(ref reader, _cityOf);
        int showtimes = reader.ReadArrayHeader() / ShowtimeFields;
        for (int i = 0; i < showtimes; i++)
            _showtimes[reader.ReadUInt64()] = (reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadInt64());
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Genres.Clear();
        Cities.Clear();
        _genreOf.Clear();
        _cityOf.Clear();
        _showtimes.Clear();
    }

    private static void Save(ref MessagePackWriter writer, Dictionary<ulong, ulong> table)
    {
        writer.WriteArrayHeader(table.Count * 2);
        foreach ((ulong key, ulong value) in table)
        {
            writer.Write(key);
            writer.Write(value);
        }
    }

    private static void Load(ref MessagePackReader reader, Dictionary<ulong, ulong> table)
    {
        int count = reader.ReadArrayHeader() / 2;
        for (int i = 0; i < count; i++) table[reader.ReadUInt64()] = reader.ReadUInt64();
    }
}
