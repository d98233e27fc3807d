using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>One hold among those that lapsed together.</summary>
/// <param name="Token">The hold.</param>
/// <param name="UserId">Whose it was.</param>
/// <param name="IsOffer">Whether it was an offer to somebody on the waiting list.</param>
/// <param name="Claim">What came free.</param>
public readonly record struct LapsedHold(HoldToken Token, ulong UserId, bool IsOffer, SeatClaim Claim)
{
    internal static LapsedHold Of(in HoldRecord hold) =>
        new(hold.Token, hold.Owner, hold.Kind == HoldKind.Offer, SeatClaim.Of(in hold));

    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(4);
        writer.Write(Token.Value);
        writer.Write(UserId);
        writer.Write(IsOffer);
        Claim.Write(ref writer);
    }

    internal static LapsedHold Read(ref MessagePackReader reader)
    {
        reader.ReadArrayHeader();
        return new LapsedHold(
            new HoldToken(reader.ReadUInt64()), reader.ReadUInt64(), reader.ReadBoolean(), SeatClaim.Read(ref reader));
    }
}
