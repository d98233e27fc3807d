using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>A hold had lapsed, and its owner, about to pay, holds the same seats again.</summary>
/// <param name="MapVersion">The seat map's version after the fact: a viewer's sequence number.</param>
/// <param name="BookingId">The booking.</param>
/// <param name="Token">The hold in the map.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="ExpiryMs">When it lapses, milliseconds since 1970.</param>
/// <param name="Claim">What it is about: seats, places, amount.</param>
public readonly record struct HoldRetaken(
    ulong MapVersion, ulong BookingId, HoldToken Token, ulong UserId, long ExpiryMs, SeatClaim Claim)
    : IEvent<HoldRetaken>
{
    /// <inheritdoc/>
    public static ushort TypeId => 14;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(6);
        writer.Write(MapVersion);
        writer.Write(BookingId);
        writer.Write(Token.Value);
        writer.Write(UserId);
        writer.Write(ExpiryMs);
        Claim.Write(ref writer);
    }

    /// <inheritdoc/>
    public static HoldRetaken Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new HoldRetaken(
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            new HoldToken(reader.ReadUInt64()),
            reader.ReadUInt64(),
            reader.ReadInt64(),
            SeatClaim.Read(ref reader));
    }
}
