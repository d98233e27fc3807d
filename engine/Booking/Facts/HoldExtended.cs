using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>A hold lasts longer; its old token is dead.</summary>
/// <param name="MapVersion">The seat map's version after the fact: a viewer's sequence number.</param>
/// <param name="BookingId">The booking, unique within its showtime.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="Token">The new token.</param>
/// <param name="ExpiryMs">When it lapses now, milliseconds since 1970.</param>
public readonly record struct HoldExtended(
    ulong MapVersion, ulong BookingId, ulong UserId, HoldToken Token, long ExpiryMs)
    : IEvent<HoldExtended>
{
    /// <inheritdoc/>
    public static ushort TypeId => 13;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(5);
        writer.Write(MapVersion);
        writer.Write(BookingId);
        writer.Write(UserId);
        writer.Write(Token.Value);
        writer.Write(ExpiryMs);
    }

    /// <inheritdoc/>
    public static HoldExtended Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new HoldExtended(
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            new HoldToken(reader.ReadUInt64()),
            reader.ReadInt64());
    }
}
