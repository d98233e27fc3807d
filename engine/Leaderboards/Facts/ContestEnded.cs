using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>An event or tournament ended: its standings are final.</summary>
/// <param name="ContestId">Which.</param>
/// <param name="Participants">How many had a score.</param>
/// <param name="IsCalledOff">Whether it was called off, so that nobody is rewarded.</param>
public readonly record struct ContestEnded(int ContestId, long Participants, bool IsCalledOff)
    : IEvent<ContestEnded>
{
    /// <inheritdoc/>
    public static ushort TypeId => 42;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(3);
        writer.Write(ContestId);
        writer.Write(Participants);
        writer.Write(IsCalledOff);
    }

    /// <inheritdoc/>
    public static ContestEnded Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new ContestEnded(
            reader.ReadInt32(),
            reader.ReadInt64(),
            reader.ReadBoolean());
    }
}
