using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A league group's week ended: the best go up, the last go down.</summary>
/// <param name="Week">The week's number.</param>
/// <param name="Group">The group's number in that week.</param>
public readonly record struct LeagueGroupClosed(int Week, int Group)
    : IEvent<LeagueGroupClosed>
{
    /// <inheritdoc/>
    public static ushort TypeId => 50;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(2);
        writer.Write(Week);
        writer.Write(Group);
    }

    /// <inheritdoc/>
    public static LeagueGroupClosed Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new LeagueGroupClosed(
            reader.ReadInt32(),
            reader.ReadInt32());
    }
}
