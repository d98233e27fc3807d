using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// Begins paying for a hold. Where the hold has lapsed, the seats it had are taken again if they are all still free.
/// </summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="BookingId">The booking.</param>
/// <param name="Token">The fencing token the caller knows, or none to take the hold as it is.</param>
/// <param name="PaymentId">The payment, unique.</param>
/// <param name="Lapsed">What the hold had, for when it has lapsed; empty when not known.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct StartPayment(
    long TimeMs, ulong UserId, ulong BookingId, HoldToken Token, ulong PaymentId, SeatClaim Lapsed = default,
    IdempotencyKey Idempotency = default)
    : ICommand<PaymentResult>, IWireCommand<StartPayment>
{
    private const int FieldCount = 7;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(UserId);
        writer.Write(BookingId);
        writer.Write(Token.Value);
        writer.Write(PaymentId);
        Lapsed.Write(ref writer);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static StartPayment Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new StartPayment(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            new HoldToken(reader.ReadUInt64()),
            reader.ReadUInt64(),
            SeatClaim.Read(ref reader),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
