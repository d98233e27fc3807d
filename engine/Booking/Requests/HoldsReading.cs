using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>The answer to <see cref="ReadHolds"/>.</summary>
/// <param name="Code">Whether the showtime is open.</param>
/// <param name="Copy">
/// The holds: the query's own target, or what came over the wire when another node owns the showtime.
/// </param>
public readonly record struct HoldsReading(BookingCode Code, HoldsCopy Copy) : IResult<HoldsReading>
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
    public static HoldsReading Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var answer = new HoldsReading((BookingCode)reader.ReadByte(), HoldsCopy.Read(ref reader));
        WireFields.End(ref reader, further);
        return answer;
    }
}
