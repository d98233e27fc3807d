using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>The waiting room let in whom the supply of seats allowed.</summary>
/// <param name="Count">How many, from the front of the queue.</param>
public readonly record struct VisitorsAdmitted(int Count)
    : IEvent<VisitorsAdmitted>
{
    /// <inheritdoc/>
    public static ushort TypeId => 51;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(1);
        writer.Write((long)Count);
    }

    /// <inheritdoc/>
    public static VisitorsAdmitted Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new VisitorsAdmitted(
            reader.ReadInt32());
    }
}
