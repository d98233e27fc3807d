using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Fact 6 of the catalogue: a showtime was called off.</summary>
/// <param name="ShowtimeId">Which.</param>
/// <param name="Revision">The showtime's revision now.</param>
public readonly record struct ShowtimeCancelled(ulong ShowtimeId, int Revision) : IEvent<ShowtimeCancelled>
{
    /// <inheritdoc/>
    public static ushort TypeId => 6;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(2);
        writer.Write(ShowtimeId);
        writer.Write(Revision);
    }

    /// <inheritdoc/>
    public static ShowtimeCancelled Read(ref MessagePackReader reader, byte version)
    {
        CatalogueWire.ExpectArray(ref reader, 2, nameof(ShowtimeCancelled));
        return new ShowtimeCancelled(reader.ReadUInt64(), reader.ReadInt32());
    }
}
