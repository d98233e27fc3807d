using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Waits for seats to come back.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="Wish">What would be taken.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct JoinWaitingList(
    long TimeMs, ulong UserId, WaitingWish Wish, IdempotencyKey Idempotency = default)
    : ICommand<WaitingAnswer>, IWireCommand<JoinWaitingList>
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
    public static JoinWaitingList Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new JoinWaitingList(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            WaitingWish.Read(ref reader),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
