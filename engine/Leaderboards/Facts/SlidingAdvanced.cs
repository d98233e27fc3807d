using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>What was played in an hour left the sliding window.</summary>
/// <param name="Hour">The hour's number.</param>
/// <param name="Count">How many players' sums of that hour were taken off.</param>
public readonly record struct SlidingAdvanced(int Hour, int Count)
    : IEvent<SlidingAdvanced>
{
    /// <inheritdoc/>
    public static ushort TypeId => 24;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(2);
        writer.Write(Hour);
        writer.Write(Count);
    }

    /// <inheritdoc/>
    public static SlidingAdvanced Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new SlidingAdvanced(
            reader.ReadInt32(),
            reader.ReadInt32());
    }
}
