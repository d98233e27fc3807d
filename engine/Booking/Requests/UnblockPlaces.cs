using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Puts blocked places of an area back on sale: all of them or none.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Area">The area.</param>
/// <param name="Places">How many places.</param>
public readonly record struct UnblockPlaces(long TimeMs, byte Area, int Places)
    : ICommand<BookingResult>, IWireCommand<UnblockPlaces>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(Area);
        writer.Write(Places);
    }

    /// <inheritdoc/>
    public static UnblockPlaces Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new UnblockPlaces(reader.ReadInt64(), reader.ReadByte(), reader.ReadInt32());
        WireFields.End(ref reader, further);
        return command;
    }
}
