using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>One hold among those that lapsed together.</summary>
/// <param name="BookingId">The booking.</param>
/// <param name="Token">The hold.</param>
/// <param name="UserId">Whose it was.</param>
/// <param name="IsOffer">Whether it was an offer to somebody on the waiting list.</param>
/// <param name="Claim">What came free.</param>
public readonly record struct LapsedHold(
    ulong BookingId, HoldToken Token, ulong UserId, bool IsOffer, SeatClaim Claim)
{
    internal static LapsedHold Of(ulong bookingId, in HoldRecord hold) =>
        new(bookingId, hold.Token, hold.Owner, hold.Kind == HoldKind.Offer, SeatClaim.Of(in hold));

    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(5);
        writer.Write(BookingId);
        writer.Write(Token.Value);
        writer.Write(UserId);
        writer.Write(IsOffer);
        Claim.Write(ref writer);
    }

    /// <summary>Reads the next one of a <see cref="HoldsLapsed"/>. O(seats), allocates nothing.</summary>
    /// <exception cref="MessagePackFormatException">The payload is not what <c>Write</c> makes.</exception>
    public static LapsedHold Read(ref MessagePackReader reader)
    {
        reader.ReadArrayHeader();
        return new LapsedHold(
            reader.ReadUInt64(),
            new HoldToken(reader.ReadUInt64()),
            reader.ReadUInt64(),
            reader.ReadBoolean(),
            SeatClaim.Read(ref reader));
    }
}
