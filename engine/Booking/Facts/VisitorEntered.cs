using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Somebody queued up in the waiting room.</summary>
/// <param name="UserId">Whose it is.</param>
public readonly record struct VisitorEntered(ulong UserId)
    : IEvent<VisitorEntered>
{
    /// <inheritdoc/>
    public static ushort TypeId => 50;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(1);
        writer.Write(UserId);
    }

    /// <inheritdoc/>
    public static VisitorEntered Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new VisitorEntered(
            reader.ReadUInt64());
    }
}
