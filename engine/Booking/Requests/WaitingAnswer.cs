using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>The answer of a waiting list.</summary>
/// <param name="Code">What became of the request.</param>
/// <param name="Position">Place in the list from 1; 0 when not waiting.</param>
public readonly record struct WaitingAnswer(BookingCode Code, int Position = 0) : IResult<WaitingAnswer>
{
    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(2);
        writer.Write((ulong)Code);
        writer.Write((long)Position);
    }

    /// <inheritdoc/>
    public static WaitingAnswer Read(ref MessagePackReader reader)
    {
        reader.ReadArrayHeader();
        return new WaitingAnswer((BookingCode)reader.ReadUInt64(), reader.ReadInt32());
    }
}
