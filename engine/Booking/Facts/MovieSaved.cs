using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Fact 2 of the catalogue: a film was added or replaced.</summary>
/// <param name="Movie">As it is now.</param>
public readonly record struct MovieSaved(Movie Movie) : IEvent<MovieSaved>
{
    /// <inheritdoc/>
    public static ushort TypeId => 2;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer) => Movie.Write(ref writer);

    /// <inheritdoc/>
    public static MovieSaved Read(ref MessagePackReader reader, byte version) => new(Movie.Read(ref reader));
}
