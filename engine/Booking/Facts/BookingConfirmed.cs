using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Paid: the seats are sold.</summary>
/// <param name="MapVersion">The seat map's version after the fact: a viewer's sequence number.</param>
/// <param name="BookingId">The booking, unique within its showtime.</param>
/// <param name="PaymentId">The payment.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="Claim">What it is about: seats, places, amount.</param>
/// <param name="IsLate">
/// Whether the hold had lapsed and the seats were taken again because they were still free.
/// </param>
public readonly record struct BookingConfirmed(
    ulong MapVersion, ulong BookingId, ulong PaymentId, ulong UserId, SeatClaim Claim, bool IsLate)
    : IEvent<BookingConfirmed>
{
    /// <inheritdoc/>
    public static ushort TypeId => 22;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(6);
        writer.Write(MapVersion);
        writer.Write(BookingId);
        writer.Write(PaymentId);
        writer.Write(UserId);
        Claim.Write(ref writer);
        writer.Write(IsLate);
    }

    /// <inheritdoc/>
    public static BookingConfirmed Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new BookingConfirmed(
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            SeatClaim.Read(ref reader),
            reader.ReadBoolean());
    }
}
