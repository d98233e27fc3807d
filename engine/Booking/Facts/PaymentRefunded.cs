using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>A payment came back: its hold had lapsed and the seats were gone.</summary>
/// <param name="PaymentId">The payment.</param>
/// <param name="BookingId">The booking, unique within its showtime.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="AmountCents">What is given back, in hundredths.</param>
public readonly record struct PaymentRefunded(ulong PaymentId, ulong BookingId, ulong UserId, long AmountCents)
    : IEvent<PaymentRefunded>
{
    /// <inheritdoc/>
    public static ushort TypeId => 23;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(4);
        writer.Write(PaymentId);
        writer.Write(BookingId);
        writer.Write(UserId);
        writer.Write(AmountCents);
    }

    /// <inheritdoc/>
    public static PaymentRefunded Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new PaymentRefunded(
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadInt64());
    }
}
