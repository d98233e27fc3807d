using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// Puts a showtime on sale with its own copy of a seat plan. Doing it again with the same plan revises the terms.
/// </summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Plan">The seats.</param>
/// <param name="Terms">Times, prices, rules.</param>
public readonly record struct OpenShowtime(long TimeMs, SeatPlan Plan, ShowtimeTerms Terms)
    : ICommand<BookingResult>, IWireCommand<OpenShowtime>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Plan.Write(ref writer);
        Terms.Write(ref writer);
    }

    /// <inheritdoc/>
    public static OpenShowtime Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new OpenShowtime(
            reader.ReadInt64(),
            SeatPlan.Read(ref reader),
            ShowtimeTerms.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
