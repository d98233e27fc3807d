using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Fact 4 of the catalogue: a theater was removed.</summary>
/// <param name="TheaterId">Which.</param>
public readonly record struct TheaterRemoved(ulong TheaterId) : IEvent<TheaterRemoved>
{
    /// <inheritdoc/>
    public static ushort TypeId => 4;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer) => writer.Write(TheaterId);

    /// <inheritdoc/>
    public static TheaterRemoved Read(ref MessagePackReader reader, byte version) => new(reader.ReadUInt64());
}
