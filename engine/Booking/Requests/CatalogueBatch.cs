namespace Catalog.Engine.Booking;

/// <summary>
/// Records to import together; showtimes may refer to theaters and films of the same batch. Their revisions do not
/// matter. Not to be changed once it is in a command.
/// </summary>
public sealed record CatalogueBatch
{
    /// <summary>Theaters.</summary>
    public IReadOnlyList<Theater> Theaters { get; init; } = [];

    /// <summary>Films.</summary>
    public IReadOnlyList<Movie> Movies { get; init; } = [];

    /// <summary>Showtimes.</summary>
    public IReadOnlyList<Showtime> Showtimes { get; init; } = [];
}
