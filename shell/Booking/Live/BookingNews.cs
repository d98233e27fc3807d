using Catalog.Engine.Booking;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Booking.Live;

/// <summary>Something that happened to a booking.</summary>
/// <param name="Kind">What.</param>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Booking">Which.</param>
/// <param name="UserId">Whose.</param>
/// <param name="Claim">Its seats, places and amount.</param>
public readonly record struct BookingNews(
    BookingNewsKind Kind, long TimeMs, BookingId Booking, ulong UserId, SeatClaim Claim)
{
    private const int Fields = 8;

    /// <summary>Encodes it.</summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(Fields + Claim.Seats.Count);
        writer.Write((ulong)Kind);
        writer.Write(TimeMs);
        writer.Write(Booking.ShowtimeId);
        writer.Write(Booking.Number);
        writer.Write(UserId);
        writer.Write(Claim.AmountCents);
        writer.Write((ulong)Claim.Area);
        writer.Write((ulong)Claim.Places);
        foreach (ushort seat in Claim.Seats.Span) writer.Write((ulong)seat);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">It is something else.</exception>
    public static BookingNews Read(ref MessagePackReader reader)
    {
        int seatCount = reader.ReadArrayHeader() - Fields;
        if ((uint)seatCount > SeatList.MaxCount) throw new MessagePackFormatException($"{seatCount} seats.");
        var kind = (BookingNewsKind)reader.ReadUInt64();
        long timeMs = reader.ReadInt64();
        var booking = new BookingId(reader.ReadUInt64(), reader.ReadUInt64());
        ulong userId = reader.ReadUInt64();
        long amountCents = reader.ReadInt64();
        byte area = checked((byte)reader.ReadUInt64());
        byte places = checked((byte)reader.ReadUInt64());
        Span<ushort> seats = stackalloc ushort[seatCount];
        for (int i = 0; i < seatCount; i++) seats[i] = checked((ushort)reader.ReadUInt64());
        var claim = new SeatClaim(new SeatList(seats), area, places, amountCents);
        return new BookingNews(kind, timeMs, booking, userId, claim);
    }
}
