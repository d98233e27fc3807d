using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// Ends a payment as the provider said. Where the hold lapsed meanwhile: taken again if still free, else refunded.
/// </summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="PaymentId">The payment.</param>
/// <param name="IsApproved">Whether the provider took the money.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct FinishPayment(
    long TimeMs, ulong PaymentId, bool IsApproved, IdempotencyKey Idempotency = default)
    : ICommand<PaymentResult>, IWireCommand<FinishPayment>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(PaymentId);
        writer.Write(IsApproved);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static FinishPayment Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new FinishPayment(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadBoolean(),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
