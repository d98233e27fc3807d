using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>A hold that has not lapsed, as the box office sees it.</summary>
/// <param name="BookingId">The booking it belongs to.</param>
/// <param name="Hold">Seats, owner, expiry.</param>
/// <param name="IsPaying">Whether a payment for it is under way.</param>
public readonly record struct LiveHold(ulong BookingId, HoldRecord Hold, bool IsPaying)
{
    private const int FieldCount = 10;

    /// <summary>
    /// Encodes: <c>[booking, paying, token, owner, amount, expiry, area, places, kind, [seat, …]]</c>.
    /// </summary>
    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(BookingId);
        writer.Write(IsPaying);
        writer.Write(Hold.Token.Value);
        writer.Write(Hold.Owner);
        writer.Write(Hold.AmountCents);
        writer.Write(Hold.ExpiryMs);
        writer.Write(Hold.Area);
        writer.Write(Hold.Places);
        writer.Write((byte)Hold.Kind);
        Hold.Seats.Write(ref writer);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not a hold.</exception>
    internal static LiveHold Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        ulong bookingId = reader.ReadUInt64();
        bool isPaying = reader.ReadBoolean();
        var hold = new HoldRecord
        {
            Token = new HoldToken(reader.ReadUInt64()),
            Owner = reader.ReadUInt64(),
            AmountCents = reader.ReadInt64(),
            ExpiryMs = reader.ReadInt64(),
            Area = reader.ReadByte(),
            Places = reader.ReadByte(),
            Kind = (HoldKind)reader.ReadByte(),
            Seats = SeatList.Read(ref reader),
        };
        WireFields.End(ref reader, further);
        return new LiveHold(bookingId, hold, isPaying);
    }
}
