using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A window ended: its standings are final, and kept in the archive.</summary>
/// <param name="Kind">Which windows.</param>
/// <param name="Window">The window's number.</param>
/// <param name="Participants">How many were on the board of all regions.</param>
public readonly record struct WindowClosed(WindowKind Kind, int Window, long Participants)
    : IEvent<WindowClosed>
{
    /// <inheritdoc/>
    public static ushort TypeId => 20;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(3);
        writer.Write((byte)Kind);
        writer.Write(Window);
        writer.Write(Participants);
    }

    /// <inheritdoc/>
    public static WindowClosed Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new WindowClosed(
            (WindowKind)reader.ReadByte(),
            reader.ReadInt32(),
            reader.ReadInt64());
    }
}
