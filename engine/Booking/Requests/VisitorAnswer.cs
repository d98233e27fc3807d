using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Where a visitor of the waiting room stands.</summary>
/// <param name="Code">What became of the request.</param>
/// <param name="IsAdmitted">Whether seats may be held now.</param>
/// <param name="Position">Place in the queue from 1; 0 when admitted.</param>
/// <param name="PassUntilMs">When the pass ends, milliseconds since 1970; 0 while queueing.</param>
/// <param name="EstimatedWaitMs">About how long it takes to get in, in milliseconds; -1 when nobody can say.</param>
/// <param name="IsSoldOut">Whether nothing is free nor held: the waiting list is the place to be.</param>
public readonly record struct VisitorAnswer(
    BookingCode Code, bool IsAdmitted, int Position, long PassUntilMs, long EstimatedWaitMs, bool IsSoldOut)
    : IResult<VisitorAnswer>
{
    /// <summary>A refusal.</summary>
    public static VisitorAnswer Refused(BookingCode code) => new(code, false, 0, 0, -1, false);

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(6);
        writer.Write((ulong)Code);
        writer.Write(IsAdmitted);
        writer.Write((long)Position);
        writer.Write(PassUntilMs);
        writer.Write(EstimatedWaitMs);
        writer.Write(IsSoldOut);
    }

    /// <inheritdoc/>
    public static VisitorAnswer Read(ref MessagePackReader reader)
    {
        reader.ReadArrayHeader();
        return new VisitorAnswer(
            (BookingCode)reader.ReadUInt64(),
            reader.ReadBoolean(),
            reader.ReadInt32(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadBoolean());
    }
}
