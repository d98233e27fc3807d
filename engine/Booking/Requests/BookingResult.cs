using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>The plain answer of a showtime.</summary>
/// <param name="Code">What became of the request.</param>
/// <param name="AmountCents">Money given back, in hundredths, where there is any.</param>
/// <param name="Seat">The seat that stood in the way, or -1.</param>
public readonly record struct BookingResult(BookingCode Code, long AmountCents = 0, int Seat = -1)
    : IResult<BookingResult>
{
    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(3);
        writer.Write((ulong)Code);
        writer.Write(AmountCents);
        writer.Write((long)Seat);
    }

    /// <inheritdoc/>
    public static BookingResult Read(ref MessagePackReader reader)
    {
        reader.ReadArrayHeader();
        return new BookingResult((BookingCode)reader.ReadUInt64(), reader.ReadInt64(), reader.ReadInt32());
    }
}
