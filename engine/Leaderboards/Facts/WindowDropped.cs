using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A window that ended long ago is no longer kept.</summary>
/// <param name="Kind">Which windows.</param>
/// <param name="Window">The window's number.</param>
public readonly record struct WindowDropped(WindowKind Kind, int Window)
    : IEvent<WindowDropped>
{
    /// <inheritdoc/>
    public static ushort TypeId => 21;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(2);
        writer.Write((byte)Kind);
        writer.Write(Window);
    }

    /// <inheritdoc/>
    public static WindowDropped Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new WindowDropped(
            (WindowKind)reader.ReadByte(),
            reader.ReadInt32());
    }
}
