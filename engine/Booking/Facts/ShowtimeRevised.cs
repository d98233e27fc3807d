using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>A showtime's terms changed.</summary>
/// <param name="Terms">The new terms.</param>
public readonly record struct ShowtimeRevised(ShowtimeTerms Terms)
    : IEvent<ShowtimeRevised>
{
    /// <inheritdoc/>
    public static ushort TypeId => 2;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(1);
        Terms.Write(ref writer);
    }

    /// <inheritdoc/>
    public static ShowtimeRevised Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new ShowtimeRevised(
            ShowtimeTerms.Read(ref reader));
    }
}
