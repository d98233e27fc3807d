using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// Holds the best seats that fit a wish, chosen inside the writer so that a crowd is not sent to the same seats.
/// </summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="Wish">What is wanted.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct ReserveBest(
    long TimeMs, ulong UserId, SeatWish Wish, IdempotencyKey Idempotency = default)
    : ICommand<HoldResult>, IWireCommand<ReserveBest>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(UserId);
        Wish.Write(ref writer);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static ReserveBest Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ReserveBest(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            SeatWish.Read(ref reader),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
