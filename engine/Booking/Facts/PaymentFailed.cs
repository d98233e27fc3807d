using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>A payment was declined; the hold stands until it lapses.</summary>
/// <param name="PaymentId">The payment.</param>
/// <param name="BookingId">The booking, unique within its showtime.</param>
/// <param name="UserId">Whose it is.</param>
public readonly record struct PaymentFailed(ulong PaymentId, ulong BookingId, ulong UserId)
    : IEvent<PaymentFailed>
{
    /// <inheritdoc/>
    public static ushort TypeId => 21;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(3);
        writer.Write(PaymentId);
        writer.Write(BookingId);
        writer.Write(UserId);
    }

    /// <inheritdoc/>
    public static PaymentFailed Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new PaymentFailed(
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64());
    }
}
