using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// Records to import together; showtimes may refer to theaters and films of the same batch. Their revisions do not
/// matter. Not to be changed once it is in a command.
/// </summary>
public sealed record CatalogueBatch
{
    private const int FieldCount = 3;

    /// <summary>Theaters.</summary>
    public IReadOnlyList<Theater> Theaters { get; init; } = [];

    /// <summary>Films.</summary>
    public IReadOnlyList<Movie> Movies { get; init; } = [];

    /// <summary>Showtimes.</summary>
    public IReadOnlyList<Showtime> Showtimes { get; init; } = [];

    /// <summary>Encodes: <c>[[theater, …], [film, …], [showtime, …]]</c>.</summary>
    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.WriteArrayHeader(Theaters.Count);
        foreach (Theater theater in Theaters) theater.Write(ref writer);
        writer.WriteArrayHeader(Movies.Count);
        foreach (Movie movie in Movies) movie.Write(ref writer);
        writer.WriteArrayHeader(Showtimes.Count);
        foreach (Showtime showtime in Showtimes) showtime.Write(ref writer);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not such a batch.</exception>
    internal static CatalogueBatch Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var theaters = new Theater[reader.ReadArrayHeader()];
        for (int i = 0; i < theaters.Length; i++) theaters[i] = Theater.Read(ref reader);
        var movies = new Movie[reader.ReadArrayHeader()];
        for (int i = 0; i < movies.Length; i++) movies[i] = Movie.Read(ref reader);
        var showtimes = new Showtime[reader.ReadArrayHeader()];
        for (int i = 0; i < showtimes.Length; i++) showtimes[i] = Showtime.Read(ref reader);
        WireFields.End(ref reader, further);
        return new CatalogueBatch { Theaters = theaters, Movies = movies, Showtimes = showtimes };
    }
}
