using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>What a hold or a booking is about: seats, general-admission places, and what they cost.</summary>
/// <param name="Seats">The numbered seats.</param>
/// <param name="Area">The general-admission area, when <paramref name="Places"/> is not zero.</param>
/// <param name="Places">Places in it.</param>
/// <param name="AmountCents">The price of all of it, in hundredths.</param>
public readonly record struct SeatClaim(SeatList Seats, byte Area, byte Places, long AmountCents)
{
    /// <summary>Seats and places together.</summary>
    public int PartySize => Seats.Count + Places;

    /// <summary>What a hold is about.</summary>
    public static SeatClaim Of(in HoldRecord hold) => new(hold.Seats, hold.Area, hold.Places, hold.AmountCents);

    /// <summary>The request for a hold on all of it.</summary>
    internal HoldRequest ToRequest(ulong owner, long expiryMs, HoldKind kind = HoldKind.Hold) => new()
    {
        Owner = owner,
        ExpiryMs = expiryMs,
        Seats = Seats,
        Area = Area,
        Places = Places,
        AmountCents = AmountCents,
        Kind = kind,
    };

    /// <summary>Encodes: <c>[amount, area, places, seat, seat, …]</c>.</summary>
    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(3 + Seats.Count);
        writer.Write(AmountCents);
        writer.Write((ulong)Area);
        writer.Write((ulong)Places);
        foreach (ushort seat in Seats.Span) writer.Write((ulong)seat);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    internal static SeatClaim Read(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader() - 3;
        if ((uint)count > SeatList.MaxCount) throw new MessagePackFormatException($"A claim of {count} seats.");
        long amountCents = reader.ReadInt64();
        byte area = reader.ReadByte();
        byte places = reader.ReadByte();
        Span<ushort> seats = stackalloc ushort[count];
        for (int i = 0; i < count; i++) seats[i] = reader.ReadUInt16();
        return new SeatClaim(new SeatList(seats), area, places, amountCents);
    }
}
