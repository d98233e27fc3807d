using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Makes a hold last a full period from now; its fencing token changes.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="BookingId">The booking.</param>
/// <param name="Token">The fencing token the caller knows, or none to take the hold as it is.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct ExtendHold(
    long TimeMs, ulong UserId, ulong BookingId, HoldToken Token, IdempotencyKey Idempotency = default)
    : ICommand<HoldResult>, IWireCommand<ExtendHold>
{
    private const int FieldCount = 5;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(UserId);
        writer.Write(BookingId);
        writer.Write(Token.Value);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static ExtendHold Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ExtendHold(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            new HoldToken(reader.ReadUInt64()),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
