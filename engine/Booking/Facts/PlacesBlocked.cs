using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>The box office took places of an area out of sale.</summary>
/// <param name="MapVersion">The seat map's version after the fact: a viewer's sequence number.</param>
/// <param name="Area">The area.</param>
/// <param name="Places">How many of its places.</param>
public readonly record struct PlacesBlocked(ulong MapVersion, byte Area, int Places)
    : IEvent<PlacesBlocked>
{
    /// <inheritdoc/>
    public static ushort TypeId => 32;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(3);
        writer.Write(MapVersion);
        writer.Write((ulong)Area);
        writer.Write((long)Places);
    }

    /// <inheritdoc/>
    public static PlacesBlocked Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new PlacesBlocked(
            reader.ReadUInt64(),
            (byte)reader.ReadUInt64(),
            reader.ReadInt32());
    }
}
