using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>A hold was given back by its owner or by the box office.</summary>
/// <param name="MapVersion">The seat map's version after the fact: a viewer's sequence number.</param>
/// <param name="BookingId">The booking, unique within its showtime.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="Claim">What it is about: seats, places, amount.</param>
public readonly record struct HoldReleased(ulong MapVersion, ulong BookingId, ulong UserId, SeatClaim Claim)
    : IEvent<HoldReleased>
{
    /// <inheritdoc/>
    public static ushort TypeId => 12;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(4);
        writer.Write(MapVersion);
        writer.Write(BookingId);
        writer.Write(UserId);
        Claim.Write(ref writer);
    }

    /// <inheritdoc/>
    public static HoldReleased Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new HoldReleased(
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            SeatClaim.Read(ref reader));
    }
}
