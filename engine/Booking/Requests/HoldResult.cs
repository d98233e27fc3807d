using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>The answer to asking for seats, or about a booking.</summary>
/// <param name="Code">What became of it.</param>
/// <param name="BookingId">The booking, unique within its showtime.</param>
/// <param name="Token">The fencing token of the hold as it is now.</param>
/// <param name="ExpiryMs">When the hold lapses, milliseconds since 1970; 0 once sold.</param>
/// <param name="Claim">Seats, places and amount; of a refusal, all the seats that are taken or blocked.</param>
/// <param name="Seat">The first seat that stood in the way, or -1.</param>
/// <param name="Rung">Which rung of the best-available ladder was reached; none for seats chosen by hand.</param>
public readonly record struct HoldResult(
    BookingCode Code,
    ulong BookingId,
    HoldToken Token,
    long ExpiryMs,
    SeatClaim Claim,
    int Seat = -1,
    BestAvailableRung Rung = BestAvailableRung.None)
    : IResult<HoldResult>
{
    /// <summary>A refusal.</summary>
    public static HoldResult Refused(BookingCode code, int seat = -1, SeatList inTheWay = default) =>
        new(code, 0, default, 0, new SeatClaim(inTheWay, 0, 0, 0), seat);

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(7);
        writer.Write((ulong)Code);
        writer.Write(BookingId);
        writer.Write(Token.Value);
        writer.Write(ExpiryMs);
        Claim.Write(ref writer);
        writer.Write((long)Seat);
        writer.Write((ulong)Rung);
    }

    /// <inheritdoc/>
    public static HoldResult Read(ref MessagePackReader reader)
    {
        reader.ReadArrayHeader();
        return new HoldResult(
            (BookingCode)reader.ReadUInt64(),
            reader.ReadUInt64(),
            new HoldToken(reader.ReadUInt64()),
            reader.ReadInt64(),
            SeatClaim.Read(ref reader),
            reader.ReadInt32(),
            (BestAvailableRung)reader.ReadUInt64());
    }
}
