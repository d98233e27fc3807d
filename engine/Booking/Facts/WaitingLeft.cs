using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Somebody no longer waits.</summary>
/// <param name="UserId">Whose it is.</param>
public readonly record struct WaitingLeft(ulong UserId)
    : IEvent<WaitingLeft>
{
    /// <inheritdoc/>
    public static ushort TypeId => 41;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(1);
        writer.Write(UserId);
    }

    /// <inheritdoc/>
    public static WaitingLeft Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new WaitingLeft(
            reader.ReadUInt64());
    }
}
