using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Holds seats chosen by hand, and/or general-admission places: all of them or none.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="Seats">The seats.</param>
/// <param name="Area">The general-admission area, when places are wanted.</param>
/// <param name="Places">Places in it.</param>
/// <param name="NeedsAccess">Whether accessible seats may be taken.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct ReserveSeats(
    long TimeMs, ulong UserId, SeatList Seats, byte Area = 0, byte Places = 0, bool NeedsAccess = false,
    IdempotencyKey Idempotency = default)
    : ICommand<HoldResult>, IWireCommand<ReserveSeats>
{
    private const int FieldCount = 7;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(UserId);
        Seats.Write(ref writer);
        writer.Write(Area);
        writer.Write(Places);
        writer.Write(NeedsAccess);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static ReserveSeats Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ReserveSeats(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            SeatList.Read(ref reader),
            reader.ReadByte(),
            reader.ReadByte(),
            reader.ReadBoolean(),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
