using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>The answer to <see cref="ReadSeats"/>.</summary>
/// <param name="Code">Whether the showtime is open.</param>
/// <param name="Copy">
/// The seats: the query's own target, or what came over the wire when another node owns the showtime.
/// </param>
public readonly record struct SeatsReading(BookingCode Code, SeatsCopy Copy) : IResult<SeatsReading>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        Copy.Write(ref writer);
    }

    /// <inheritdoc/>
    public static SeatsReading Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var answer = new SeatsReading((BookingCode)reader.ReadByte(), SeatsCopy.Read(ref reader));
        WireFields.End(ref reader, further);
        return answer;
    }
}
