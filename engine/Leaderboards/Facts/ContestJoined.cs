using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A player takes part in a tournament.</summary>
/// <param name="ContestId">The tournament.</param>
/// <param name="PlayerId">The player.</param>
public readonly record struct ContestJoined(int ContestId, ulong PlayerId)
    : IEvent<ContestJoined>
{
    /// <inheritdoc/>
    public static ushort TypeId => 41;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(2);
        writer.Write(ContestId);
        writer.Write(PlayerId);
    }

    /// <inheritdoc/>
    public static ContestJoined Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new ContestJoined(
            reader.ReadInt32(),
            reader.ReadUInt64());
    }
}
