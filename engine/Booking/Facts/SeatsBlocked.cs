using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>The box office took seats out of sale.</summary>
/// <param name="MapVersion">The seat map's version after the fact: a viewer's sequence number.</param>
/// <param name="Seats">The seats.</param>
public readonly record struct SeatsBlocked(ulong MapVersion, SeatSet Seats)
    : IEvent<SeatsBlocked>
{
    /// <inheritdoc/>
    public static ushort TypeId => 30;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(2);
        writer.Write(MapVersion);
        Seats.Write(ref writer);
    }

    /// <inheritdoc/>
    public static SeatsBlocked Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new SeatsBlocked(
            reader.ReadUInt64(),
            SeatSet.Read(ref reader));
    }
}
