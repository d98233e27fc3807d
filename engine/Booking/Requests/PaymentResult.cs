using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>The answer to beginning or ending a payment.</summary>
/// <param name="Code">
/// What became of it. After a begin, <see cref="BookingCode.Ok"/> means: ask the provider now.
/// </param>
/// <param name="BookingId">The booking.</param>
/// <param name="PaymentId">The payment.</param>
/// <param name="Claim">Seats, places and amount.</param>
/// <param name="IsLate">Whether the hold had lapsed and the seats were taken again.</param>
public readonly record struct PaymentResult(
    BookingCode Code, ulong BookingId, ulong PaymentId, SeatClaim Claim, bool IsLate = false)
    : IResult<PaymentResult>
{
    /// <summary>A refusal.</summary>
    public static PaymentResult Refused(BookingCode code) => new(code, 0, 0, default);

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(5);
        writer.Write((ulong)Code);
        writer.Write(BookingId);
        writer.Write(PaymentId);
        Claim.Write(ref writer);
        writer.Write(IsLate);
    }

    /// <inheritdoc/>
    public static PaymentResult Read(ref MessagePackReader reader)
    {
        reader.ReadArrayHeader();
        return new PaymentResult(
            (BookingCode)reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            SeatClaim.Read(ref reader),
            reader.ReadBoolean());
    }
}
