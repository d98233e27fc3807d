using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// Replaces a showtime's terms by later ones; an earlier revision changes nothing. Cancelling the show refunds
/// everybody.
/// </summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Terms">The new terms.</param>
public readonly record struct ReviseShowtime(long TimeMs, ShowtimeTerms Terms)
    : ICommand<BookingResult>, IWireCommand<ReviseShowtime>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Terms.Write(ref writer);
    }

    /// <inheritdoc/>
    public static ReviseShowtime Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ReviseShowtime(reader.ReadInt64(), ShowtimeTerms.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
