using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>The box office put places of an area back on sale.</summary>
/// <param name="MapVersion">The seat map's version after the fact: a viewer's sequence number.</param>
/// <param name="Area">The area.</param>
/// <param name="Places">How many of its places.</param>
public readonly record struct PlacesUnblocked(ulong MapVersion, byte Area, int Places)
    : IEvent<PlacesUnblocked>
{
    /// <inheritdoc/>
    public static ushort TypeId => 33;

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
    public static PlacesUnblocked Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new PlacesUnblocked(
            reader.ReadUInt64(),
            (byte)reader.ReadUInt64(),
            reader.ReadInt32());
    }
}
