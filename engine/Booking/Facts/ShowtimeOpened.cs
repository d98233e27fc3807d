using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>A showtime went on sale with a plan of its own.</summary>
/// <param name="Plan">The seats.</param>
/// <param name="Terms">Times, prices, rules.</param>
public readonly record struct ShowtimeOpened(SeatPlan Plan, ShowtimeTerms Terms)
    : IEvent<ShowtimeOpened>
{
    /// <inheritdoc/>
    public static ushort TypeId => 1;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(2);
        Plan.Write(ref writer);
        Terms.Write(ref writer);
    }

    /// <inheritdoc/>
    public static ShowtimeOpened Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new ShowtimeOpened(
            SeatPlan.Read(ref reader),
            ShowtimeTerms.Read(ref reader));
    }
}
