using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Somebody who queues in the waiting room gave a sign of life.</summary>
/// <param name="UserId">Who.</param>
public readonly record struct VisitorHeard(ulong UserId)
    : IEvent<VisitorHeard>
{
    /// <inheritdoc/>
    public static ushort TypeId => 53;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(1);
        writer.Write(UserId);
    }

    /// <inheritdoc/>
    public static VisitorHeard Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new VisitorHeard(
            reader.ReadUInt64());
    }
}
