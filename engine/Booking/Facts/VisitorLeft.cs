using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Somebody left the waiting room or handed the pass back.</summary>
/// <param name="UserId">Whose it is.</param>
public readonly record struct VisitorLeft(ulong UserId)
    : IEvent<VisitorLeft>
{
    /// <inheritdoc/>
    public static ushort TypeId => 52;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(1);
        writer.Write(UserId);
    }

    /// <inheritdoc/>
    public static VisitorLeft Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new VisitorLeft(
            reader.ReadUInt64());
    }
}
