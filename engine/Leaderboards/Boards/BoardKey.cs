using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Names one board of a game mode.</summary>
/// <param name="Kind">Which kind of window.</param>
/// <param name="Region">The region; 0 for all.</param>
/// <param name="Window">
/// The window's number, see <see cref="BoardCalendar"/>; of an event or tournament its id.
/// </param>
public readonly record struct BoardKey(WindowKind Kind, byte Region, int Window)
    : IWireRecord<BoardKey>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Kind);
        writer.Write(Region);
        writer.Write(Window);
    }

    /// <inheritdoc/>
    public static BoardKey Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new BoardKey(
            (WindowKind)reader.ReadByte(),
            reader.ReadByte(),
            reader.ReadInt32());
        WireFields.End(ref reader, further);
        return value;
    }
}
