using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>The box office put seats back on sale.</summary>
/// <param name="MapVersion">The seat map's version after the fact: a viewer's sequence number.</param>
/// <param name="Seats">The seats.</param>
public readonly record struct SeatsUnblocked(ulong MapVersion, SeatSet Seats)
    : IEvent<SeatsUnblocked>
{
    /// <inheritdoc/>
    public static ushort TypeId => 31;

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
    public static SeatsUnblocked Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new SeatsUnblocked(
            reader.ReadUInt64(),
            SeatSet.Read(ref reader));
    }
}
