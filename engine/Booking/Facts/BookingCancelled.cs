using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>A sold booking was cancelled and refunded; the seats are free again.</summary>
/// <param name="MapVersion">The seat map's version after the fact: a viewer's sequence number.</param>
/// <param name="BookingId">The booking, unique within its showtime.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="Claim">What it is about: seats, places, amount.</param>
/// <param name="IsByHouse">Whether the house cancelled it, not the customer.</param>
public readonly record struct BookingCancelled(
    ulong MapVersion, ulong BookingId, ulong UserId, SeatClaim Claim, bool IsByHouse)
    : IEvent<BookingCancelled>
{
    /// <inheritdoc/>
    public static ushort TypeId => 24;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(5);
        writer.Write(MapVersion);
        writer.Write(BookingId);
        writer.Write(UserId);
        Claim.Write(ref writer);
        writer.Write(IsByHouse);
    }

    /// <inheritdoc/>
    public static BookingCancelled Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new BookingCancelled(
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            SeatClaim.Read(ref reader),
            reader.ReadBoolean());
    }
}
