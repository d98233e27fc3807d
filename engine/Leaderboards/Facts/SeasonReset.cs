using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The season was ended early and another began.</summary>
/// <param name="Window">The number of the season that ended.</param>
/// <param name="ModeratorId">Who did it.</param>
public readonly record struct SeasonReset(int Window, ulong ModeratorId)
    : IEvent<SeasonReset>
{
    /// <inheritdoc/>
    public static ushort TypeId => 35;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(2);
        writer.Write(Window);
        writer.Write(ModeratorId);
    }

    /// <inheritdoc/>
    public static SeasonReset Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new SeasonReset(
            reader.ReadInt32(),
            reader.ReadUInt64());
    }
}
