using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// Seats that came back are held for the first in the waiting list whose wish they fit, who leaves the list.
/// </summary>
/// <param name="MapVersion">The seat map's version after the fact: a viewer's sequence number.</param>
/// <param name="Token">The hold in the map; it names the booking for good.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="ExpiryMs">When the offer lapses, milliseconds since 1970.</param>
/// <param name="Claim">What it is about: seats, places, amount.</param>
public readonly record struct OfferMade(
    ulong MapVersion, HoldToken Token,
    ulong UserId, long ExpiryMs, SeatClaim Claim)
    : IEvent<OfferMade>
{
    /// <summary>The booking this begins: the first token names it for good.</summary>
    public ulong BookingId => Token.Value;

    /// <inheritdoc/>
    public static ushort TypeId => 42;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(5);
        writer.Write(MapVersion);
        writer.Write(Token.Value);
        writer.Write(UserId);
        writer.Write(ExpiryMs);
        Claim.Write(ref writer);
    }

    /// <inheritdoc/>
    public static OfferMade Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new OfferMade(
            reader.ReadUInt64(),
            new HoldToken(reader.ReadUInt64()),
            reader.ReadUInt64(),
            reader.ReadInt64(),
            SeatClaim.Read(ref reader));
    }
}
