using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Puts blocked seats back on sale: all of them or none.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Seats">The seats.</param>
public readonly record struct UnblockSeats(long TimeMs, SeatSet Seats)
    : ICommand<BookingResult>, IWireCommand<UnblockSeats>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Seats.Write(ref writer);
    }

    /// <inheritdoc/>
    public static UnblockSeats Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new UnblockSeats(reader.ReadInt64(), SeatSet.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
