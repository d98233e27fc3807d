using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>A payment for held seats is on its way to the provider.</summary>
/// <param name="PaymentId">The payment.</param>
/// <param name="BookingId">The booking, unique within its showtime.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="Claim">What it is about: seats, places, amount.</param>
/// <param name="KeyHigh">
/// The confirmation's idempotency digest, upper half: whoever ends the payment answers the same key.
/// </param>
/// <param name="KeyLow">Lower half.</param>
/// <param name="KeyPayload">Digest of the confirmation's payload.</param>
public readonly record struct PaymentStarted(
    ulong PaymentId, ulong BookingId, ulong UserId, SeatClaim Claim, ulong KeyHigh, ulong KeyLow, ulong KeyPayload)
    : IEvent<PaymentStarted>
{
    /// <inheritdoc/>
    public static ushort TypeId => 20;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(7);
        writer.Write(PaymentId);
        writer.Write(BookingId);
        writer.Write(UserId);
        Claim.Write(ref writer);
        writer.Write(KeyHigh);
        writer.Write(KeyLow);
        writer.Write(KeyPayload);
    }

    /// <inheritdoc/>
    public static PaymentStarted Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new PaymentStarted(
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            SeatClaim.Read(ref reader),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64());
    }
}
