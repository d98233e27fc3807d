using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Fact 5 of the catalogue: a film was removed.</summary>
/// <param name="MovieId">Which.</param>
public readonly record struct MovieRemoved(ulong MovieId) : IEvent<MovieRemoved>
{
    /// <inheritdoc/>
    public static ushort TypeId => 5;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer) => writer.Write(MovieId);

    /// <inheritdoc/>
    public static MovieRemoved Read(ref MessagePackReader reader, byte version) => new(reader.ReadUInt64());
}
