using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Visitors left the waiting room without a word: they were not heard of for too long.</summary>
/// <param name="Count">How many, those first who were heard of longest ago.</param>
public readonly record struct VisitorsLost(int Count)
    : IEvent<VisitorsLost>
{
    /// <inheritdoc/>
    public static ushort TypeId => 54;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(1);
        writer.Write((long)Count);
    }

    /// <inheritdoc/>
    public static VisitorsLost Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new VisitorsLost(
            reader.ReadInt32());
    }
}
