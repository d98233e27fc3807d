using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Fact 3 of the catalogue: a showtime was added or replaced.</summary>
/// <param name="Showtime">As it is now.</param>
public readonly record struct ShowtimeSaved(Showtime Showtime) : IEvent<ShowtimeSaved>
{
    /// <inheritdoc/>
    public static ushort TypeId => 3;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer) => Showtime.Write(ref writer);

    /// <inheritdoc/>
    public static ShowtimeSaved Read(ref MessagePackReader reader, byte version) => new(Showtime.Read(ref reader));
}
