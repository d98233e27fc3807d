using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Fact 1 of the catalogue: a theater was added or replaced.</summary>
/// <param name="Theater">As it is now.</param>
public readonly record struct TheaterSaved(Theater Theater) : IEvent<TheaterSaved>
{
    /// <inheritdoc/>
    public static ushort TypeId => 1;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer) => Theater.Write(ref writer);

    /// <inheritdoc/>
    public static TheaterSaved Read(ref MessagePackReader reader, byte version) => new(Theater.Read(ref reader));
}
