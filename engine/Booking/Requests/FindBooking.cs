using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Looks a booking up: an alive hold, or sold.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="BookingId">The booking.</param>
public readonly record struct FindBooking(long TimeMs, ulong UserId, ulong BookingId)
    : IQuery<HoldResult>, IWireCommand<FindBooking>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(UserId);
        writer.Write(BookingId);
    }

    /// <inheritdoc/>
    public static FindBooking Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new FindBooking(reader.ReadInt64(), reader.ReadUInt64(), reader.ReadUInt64());
        WireFields.End(ref reader, further);
        return command;
    }
}
