using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Somebody holds seats until a time.</summary>
/// <param name="MapVersion">The seat map's version after the fact: a viewer's sequence number.</param>
/// <param name="Token">The hold in the map; it names the booking for good.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="ExpiryMs">When it lapses, milliseconds since 1970.</param>
/// <param name="Claim">What it is about: seats, places, amount.</param>
public readonly record struct SeatsHeld(
    ulong MapVersion, HoldToken Token, ulong UserId, long ExpiryMs, SeatClaim Claim)
    : IEvent<SeatsHeld>
{
    /// <summary>The booking this begins: the first token names it for good.</summary>
    public ulong BookingId => Token.Value;

    /// <inheritdoc/>
    public static ushort TypeId => 10;

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
    public static SeatsHeld Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new SeatsHeld(
            reader.ReadUInt64(),
            new HoldToken(reader.ReadUInt64()),
            reader.ReadUInt64(),
            reader.ReadInt64(),
            SeatClaim.Read(ref reader));
    }
}
