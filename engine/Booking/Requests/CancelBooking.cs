using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Cancels a sold booking and refunds it; the seats come back.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="BookingId">The booking.</param>
/// <param name="IsByHouse">Whether the house cancels, which needs no ownership.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct CancelBooking(
    long TimeMs, ulong UserId, ulong BookingId, bool IsByHouse = false, IdempotencyKey Idempotency = default)
    : ICommand<BookingResult>, IWireCommand<CancelBooking>
{
    private const int FieldCount = 5;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(UserId);
        writer.Write(BookingId);
        writer.Write(IsByHouse);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static CancelBooking Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new CancelBooking(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadBoolean(),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
